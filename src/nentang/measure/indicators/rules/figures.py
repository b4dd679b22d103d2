"""Values as they are shown: shares in percent, a scale of five steps for a map, months in a row."""

from collections.abc import Iterable
from datetime import date

SHARES = ("percent", "%")
SHARE_BOUNDS = (60.0, 70.0, 80.0, 90.0)

Bounds = tuple[float, float, float, float]


def shown(value: float | None, unit: str) -> float | None:
    """A share in percent, anything else as it is."""
    return 100 * value if value is not None and unit in SHARES else value


def bounds(values: Iterable[float | None], unit: str) -> Bounds:
    """The four limits between five steps: round ones for shares that reach them, else even ones."""
    known = [value for value in values if value is not None]
    low, high = min(known, default=0.0), max(known, default=0.0)
    if unit in SHARES and (not known or high >= SHARE_BOUNDS[0]):
        return SHARE_BOUNDS
    step = (high - low) / 5 or 1.0
    return (low + step, low + 2 * step, low + 3 * step, low + 4 * step)


def months(first: date, last: date) -> list[date]:
    """The first day of each month from that of `first` to that of `last`."""
    count = 12 * (last.year - first.year) + last.month - first.month + 1
    begin = 12 * first.year + first.month - 1
    return [date(n // 12, n % 12 + 1, 1) for n in range(begin, begin + count)]


def month_after(month: date) -> date:
    """The first day of the next month."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def twelve_months_to(day: date) -> date:
    """The first day of the twelve months that end with that day's."""
    return months(date(day.year - 1, day.month, 1), day)[1]
