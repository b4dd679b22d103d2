"""Places beside each other: sums by month or year, and places in a ranking."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from nentang.kernel.frozen import Frozen

TWO_LEVELS = date(2025, 7, 1)
LEAST, MOST = 2, 6


class Pace(StrEnum):
    """How long a moment of a comparison is."""

    MONTH = "thang"
    YEAR = "nam"


class Moment(Frozen):
    """A month or a year: its label and its months."""

    label: str
    months: tuple[date, ...]


def moments(months: Sequence[date], pace: Pace) -> list[Moment]:
    """The months as they are, or put together by calendar year."""
    if pace is Pace.MONTH:
        return [Moment(f"{month:%m/%Y}", (month,)) for month in months]
    years = dict.fromkeys(month.year for month in months)
    return [
        Moment(str(year), tuple(month for month in months if month.year == year)) for year in years
    ]


def turn_at(found: Sequence[Moment]) -> int | None:
    """The place of the moment in which two levels began; None where it is the first, or not among them."""
    place = next((n for n, each in enumerate(found) if TWO_LEVELS in each.months), 0)
    return place or None


def ranks(values: Mapping[str, float | None], *, higher_is_better: bool = True) -> dict[str, int]:
    """The place of everything known, 1 for the best; equals share a place."""
    known = [value for value in values.values() if value is not None]
    return {
        name: 1 + sum(other > value if higher_is_better else other < value for other in known)
        for name, value in values.items()
        if value is not None
    }
