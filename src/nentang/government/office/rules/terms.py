"""How fast a signed document is issued, by when work is done, how long a work file is kept."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from nentang.government.office.errors import DueDayWrong, RetentionUnknown
from nentang.kernel.clock import at_local, legal_day
from nentang.kernel.law import Law, Rule, load_law

LAW = Path(__file__).parents[1] / "law"
END_OF_DAY = time(23, 59, 59)
MOST_DAYS = 731
MOST_OF_A_MONTH = 2000
FOR_EVER = 0


def issue_days_on(day: date) -> Rule[int]:
    """Working days after the day of signing within which a document is issued at the latest."""
    return _issue_term().rule_on(day)


def is_issued_same_day(signed_at: datetime, issued_at: datetime) -> bool:
    """Whether it went out on the very day on which it was signed."""
    return legal_day(signed_at) == legal_day(issued_at)


def check_due_day(day: date | None, today: date) -> None:
    """DueDayWrong unless it is today or later, within two years."""
    if day is None or not 0 <= (day - today).days <= MOST_DAYS:
        raise DueDayWrong


def retention_years_on(day: date) -> Rule[tuple[int, ...]]:
    """The terms for which work files are kept, in years; 0 is for ever."""
    return _retention().rule_on(day)


def check_retention(years: int, day: date) -> None:
    """RetentionUnknown."""
    if years not in retention_years_on(day).value:
        raise RetentionUnknown


def span_of_month(month: date) -> tuple[datetime, datetime]:
    """The first and the last instant of the month that begins on that day."""
    after = (month.replace(day=1) + timedelta(days=32)).replace(day=1)
    return at_local(month.replace(day=1), time(0)), end_of(after - timedelta(days=1))


def end_of(day: date) -> datetime:
    """The last instant of that day."""
    return at_local(day, END_OF_DAY)


@cache
def _issue_term() -> Law[int]:
    return load_law(LAW / "issue_term.yaml", _days)


@cache
def _retention() -> Law[tuple[int, ...]]:
    return load_law(LAW / "retention.yaml", _years)


def _days(value: Mapping[str, Any]) -> int:
    return int(value["working_days"])


def _years(value: Mapping[str, Any]) -> tuple[int, ...]:
    return tuple(int(each) for each in value["years"])
