"""Sums of reports up the tree: typed cells are added, formulas are reckoned from the sums."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from nentang.kernel.frozen import Frozen

from .cells import Values, computed
from .regimes import Regime


class Tally(Frozen):
    """How many bodies of each level were to file, have filed, and were taken in."""

    expected: Mapping[str, int] = {}
    filed: Mapping[str, int] = {}
    taken_in: Mapping[str, int] = {}

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            _added(self.expected, other.expected),
            _added(self.filed, other.filed),
            _added(self.taken_in, other.taken_in),
        )

    @property
    def missing(self) -> dict[str, int]:
        """How many of each level are missing; levels without a gap are left out."""
        gaps = {level: n - self.filed.get(level, 0) for level, n in self.expected.items()}
        return {level: gap for level, gap in gaps.items() if gap > 0}


class Part(Frozen):
    """What one report or one lower sum brings."""

    values: Values
    tally: Tally


def added(regime: Regime, parts: Iterable[Part]) -> Part:
    """The parts together. A cell that no part has stays empty: it is not zero."""
    total: dict[str, Decimal] = {}
    tally = Tally()
    typed = [cell.id for cell in regime.cells if cell.is_typed]
    for part in parts:
        tally += part.tally
        for name in typed:
            if name in part.values:
                total[name] = total.get(name, Decimal(0)) + part.values[name]
    return Part(computed(regime, total), tally)


def _added(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    return {level: one.get(level, 0) + other.get(level, 0) for level in {*one, *other}}
