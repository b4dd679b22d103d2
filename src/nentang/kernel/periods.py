"""Half-open periods of days: `valid_from` is in, `valid_to` is out, None is open."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from nentang.kernel.frozen import Frozen


class Period(Frozen, order=True):
    """Days from `valid_from` until the day before `valid_to`; open-ended where that is None."""

    valid_from: date
    valid_to: date | None = None

    def __post_init__(self) -> None:
        if self.valid_to is not None and self.valid_to <= self.valid_from:
            raise ValueError(f"period ends {self.valid_to} before it begins {self.valid_from}")

    def __contains__(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)

    def overlaps(self, other: "Period") -> bool:
        """Whether the two share a day."""
        return (other.valid_to is None or self.valid_from < other.valid_to) and (
            self.valid_to is None or other.valid_from < self.valid_to
        )


def overlapping(periods: Iterable[Period]) -> tuple[Period, Period] | None:
    """The earliest two neighbours that share a day, or None."""
    return next(((a, b) for a, b in pairwise(sorted(periods, key=_start)) if a.overlaps(b)), None)


def gap(periods: Iterable[Period]) -> tuple[Period, Period] | None:
    """The earliest two neighbours with days between them that neither covers, or None."""
    ordered = sorted(periods, key=_start)
    return next(
        ((a, b) for a, b in pairwise(ordered) if a.valid_to and a.valid_to < b.valid_from), None
    )


def _start(period: Period) -> date:
    return period.valid_from
