"""Values of units summed up the tree, under the geography of their day or of another.

A value is a numerator over a denominator; both are summed, shares never averaged.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

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


Months = dict[date, Sum]


def sum_by_month(cells: Iterable[Cell]) -> Months:
    """The sum of each month."""
    sums: dict[date, Sum] = defaultdict(Sum)
    for cell in cells:
        sums[cell.month] += Sum(cell.numerator, cell.denominator)
    return dict(sorted(sums.items()))


def lineage(unit_code: str, parent: Mapping[str, str]) -> list[str]:
    """The unit, its parents upwards, and at last the nation."""
    path = [unit_code] if unit_code else []
    while path and (above := parent.get(path[-1], "")):
        path.append(above)
    return [*path, NATION]
