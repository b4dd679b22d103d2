"""Values of units summed up the tree, under the geography of their day or of another.

A value is a numerator over a denominator; both are summed, shares never averaged.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from msgspec.structs import replace

from nentang.kernel.frozen import Frozen

NATION = ""


class Cell(Frozen, gc=False):
    """What one unit counted in one month."""

    unit_code: str
    month: date
    numerator: float
    denominator: float


class Sum(Frozen):
    """Summed numerators over summed denominators; `value` is None where nothing was counted."""

    numerator: float = 0.0
    denominator: float = 0.0

    @property
    def value(self) -> float | None:
        """The share or mean."""
        return self.numerator / self.denominator if self.denominator else None

    def __add__(self, other: "Sum") -> "Sum":
        return Sum(self.numerator + other.numerator, self.denominator + other.denominator)


def under_geography(cells: Iterable[Cell], heir: Callable[[str, date], str]) -> list[Cell]:
    """The cells with each unit replaced by the one that has its figures of that month now."""
    return [
        cell
        if (own := heir(cell.unit_code, cell.month)) == cell.unit_code
        else replace(cell, unit_code=own)
        for cell in cells
    ]


def sum_by_unit(cells: Iterable[Cell], parent: Mapping[str, str]) -> dict[str, Sum]:
    """The sum of every unit and of all units within it; the nation stands under ``""``."""
    own: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for cell in cells:
        counted = own[cell.unit_code]
        counted[0] += cell.numerator
        counted[1] += cell.denominator
    sums: dict[str, Sum] = defaultdict(Sum)
    for unit_code, (numerator, denominator) in own.items():
        for code in lineage(unit_code, parent):
            sums[code] += Sum(numerator, denominator)
    return dict(sums)


def sum_by_month(cells: Iterable[Cell]) -> dict[date, Sum]:
    """The sum of each month."""
    sums: dict[date, Sum] = defaultdict(Sum)
    for cell in cells:
        sums[cell.month] += Sum(cell.numerator, cell.denominator)
    return dict(sorted(sums.items()))


def within(cells: Iterable[Cell], unit_code: str, parent: Mapping[str, str]) -> list[Cell]:
    """The cells of a unit and of all units within it."""
    return [cell for cell in cells if unit_code in lineage(cell.unit_code, parent)]


def lineage(unit_code: str, parent: Mapping[str, str]) -> list[str]:
    """The unit, its parents upwards, and at last the nation."""
    path = [unit_code] if unit_code else []
    while path and (above := parent.get(path[-1], "")):
        path.append(above)
    return [*path, NATION]
