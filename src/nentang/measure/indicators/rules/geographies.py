"""The two geographies under which figures are shown.

Until 30 June 2025 there were provinces, districts and communes; since 1 July 2025 provinces and
communes (Resolution 202/2025/QH15, Law 72/2025/QH15 on the organisation of local government).
"""

from datetime import date, timedelta
from enum import StrEnum

TWO_LEVELS_BEGIN = date(2025, 7, 1)


class Geography(StrEnum):
    """Units as they stood on the last day of three levels, or as they stand now."""

    OLD = "cu"
    NOW = "nay"


def day_of(geography: Geography, today: date) -> date:
    """The day whose units are meant."""
    last_old = TWO_LEVELS_BEGIN - timedelta(days=1)
    return min(last_old, today) if geography is Geography.OLD else today


def differ(today: date) -> bool:
    """Whether the two are not the same on that day."""
    return today >= TWO_LEVELS_BEGIN
