"""When the next version is due."""

from datetime import date, timedelta

MONTHS = {"monthly": 1, "quarterly": 3, "yearly": 12}
GRACE = timedelta(days=15)
"""Days after the end of a period in which its figures are put together."""


def next_due(as_of: date, frequency: str) -> date:
    """The last day for the version after one of that day: the end of the next period and some days."""
    months = as_of.year * 12 + as_of.month - 1 + MONTHS[frequency] + 1
    return date(months // 12, months % 12 + 1, 1) - timedelta(days=1) + GRACE


def is_stale(next_on: date, today: date) -> bool:
    """Whether the version that was due is not there."""
    return today > next_on
