"""In what rhythm a target is known: month by month where it is computed, as it was reported where it is reported."""

from collections.abc import Collection, Iterable
from datetime import date

from nentang.kernel.frozen import Frozen

LEAST_OF = {1: 12, 3: 8, 6: 8, 12: 8}
"""So many periods in a row say enough, by the months of a period: of months a whole year, for its seasons."""


MONTHLY = (1,)
ANY = tuple(LEAST_OF)


class Run(Frozen):
    """Values of periods of `every` months in a row; `last` is the last month of the last of them."""

    every: int
    last: date
    values: tuple[float, ...]

    def month_after(self, steps: int) -> date:
        """The last month of the period so many after the last one."""
        return _month(_number(self.last) + self.every * steps)


def run_of(known: Iterable[tuple[date, float]], rhythms: Collection[int] = ANY) -> Run | None:
    """The latest run in the finest rhythm (month, quarter, half-year, year) in which it is long enough.

    Of two values in one period the later counts; a period without any ends the past. None: too little.
    """
    in_order = sorted(known)
    runs = (_run(in_order, every) for every in rhythms)
    return next((run for run in runs if len(run.values) >= LEAST_OF[run.every]), None)


def _run(known: list[tuple[date, float]], every: int) -> Run:
    by_period = {_number(day) // every: value for day, value in known}
    last = max(by_period, default=0)
    first = last
    while first - 1 in by_period:
        first -= 1
    values = tuple(by_period[n] for n in range(first, last + 1) if n in by_period)
    return Run(every, _month(every * last + every - 1), values)


def _number(day: date) -> int:
    return 12 * day.year + day.month - 1


def _month(number: int) -> date:
    return date(max(number // 12, 1), number % 12 + 1, 1)
