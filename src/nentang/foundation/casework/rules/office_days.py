"""On which days and in which hours offices work, read from dated law."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, load_law

LAW = Path(__file__).parents[1] / "law"
FIRST_DAY = date(2015, 1, 1)
LAST_DAY = date(2045, 12, 31)

Windows = tuple[tuple[int, int], ...]


class Hours(Frozen):
    """Windows of work, in minutes of the day; `worked[m]` is how many working minutes lie before m."""

    windows: Windows
    worked: tuple[int, ...]


class Week(Frozen):
    """Weekdays of work (Monday is 1) and the hours of such a day."""

    weekdays: frozenset[int]
    hours: Hours


class Announced(Frozen):
    """What was announced for a year: weekdays off, and Saturdays worked instead."""

    days_off: frozenset[date]
    days_worked: frozenset[date]


def hours_of_days() -> tuple[Hours, ...]:
    """The hours of each day from FIRST_DAY to LAST_DAY; none on days off."""
    weeks, closed = load_law(LAW / "working_hours.yaml", _week), _hours(())
    fixed = load_law(LAW / "fixed_holidays.yaml", lambda value: frozenset(value["days"]))
    off, worked = _announced()

    def hours_on(day: date) -> Hours:
        week = weeks.in_force(on=day)
        is_free = day in off or f"{day:%m-%d}" in fixed.in_force(on=day)
        is_worked = day in worked or (day.isoweekday() in week.weekdays and not is_free)
        return week.hours if is_worked else closed

    count = (LAST_DAY - FIRST_DAY).days + 1
    return tuple(hours_on(FIRST_DAY + timedelta(days=offset)) for offset in range(count))


def received_until(day: date) -> time:
    """Until when what is received on that day counts for the day; NothingInForce before 2018."""
    return _received_until().in_force(on=day)


@cache
def _received_until() -> Law[time]:
    return load_law(LAW / "received_until.yaml", lambda value: time.fromisoformat(value["until"]))


def _announced() -> tuple[frozenset[date], frozenset[date]]:
    years = [rule.value for rule in load_law(LAW / "holidays.yaml", _year).rules]
    return (
        frozenset[date]().union(*(year.days_off for year in years)),
        frozenset[date]().union(*(year.days_worked for year in years)),
    )


def _year(value: Mapping[str, Any]) -> Announced:
    return Announced(frozenset(value["days_off"]), frozenset(value["days_worked"]))


def _week(value: Mapping[str, Any]) -> Week:
    windows = tuple((_minute(begin), _minute(end)) for begin, end in value["windows"])
    return Week(frozenset(value["weekdays"]), _hours(windows))


def _hours(windows: Windows) -> Hours:
    minutes = (any(begin <= m < end for begin, end in windows) for m in range(1440))
    return Hours(windows, tuple(accumulate(map(int, minutes), initial=0)))


def _minute(text: str) -> int:
    clock_time = time.fromisoformat(text)
    return clock_time.hour * 60 + clock_time.minute
