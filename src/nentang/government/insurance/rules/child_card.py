"""Until when the card of a child under six is good (Law on Health Insurance 2008, Art. 16)."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, load_law

FILE = Path(__file__).parents[1] / "law" / "child_card.yaml"


class ChildCard(Frozen):
    """Months for which it is good; the month in which school begins, and the last day in it."""

    months: int
    school_month: int
    last_day: int

    def good_until(self, born_on: date) -> date:
        """The last day: the day before 72 months are full, or the last day of September where school has not begun."""
        full = _after_months(born_on, self.months)
        school = date(full.year, self.school_month, self.last_day)
        return max(full - timedelta(days=1), school)


@cache
def child_card_law() -> Law[ChildCard]:
    """The law on the card of a child under six."""
    return load_law(FILE, _parse)


def _parse(value: Mapping[str, Any]) -> ChildCard:
    return ChildCard(value["months"], value["school_month"], value["last_day"])


def _after_months(day: date, months: int) -> date:
    """The same day so many months on; the first of March for 29 February where there is none."""
    year, month = divmod(day.month - 1 + months, 12)
    try:
        return date(day.year + year, month + 1, day.day)
    except ValueError:
        return date(day.year + year, month + 2, 1)
