"""Months that a dashboard speaks of: the twelve that end with one."""

from datetime import date, timedelta

FIRST = date(2020, 1, 1)


def month_named(text: str, today: date) -> date | None:
    """The first day of the month `2020-11`; None where it is none, not yet begun, or before 2020."""
    if len(text) != 7:
        return None
    try:
        month = date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
    return month if FIRST <= month <= today else None


def last_day(month: date) -> date:
    """The last day of the month of that day."""
    after = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return after - timedelta(days=1)


def month_before(month: date, count: int = 1) -> date:
    """The first day of the month so many before that one."""
    number = 12 * month.year + month.month - 1 - count
    return date(number // 12, number % 12 + 1, 1)


def is_whole(day: date, today: date) -> bool:
    """Whether months counted whole end with that day: today, or the last day of a month since 2020."""
    return FIRST <= day <= today and (day == today or day == last_day(day))
