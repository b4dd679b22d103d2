"""Reads of the measure: a unit's figures, its trend, its parts, and the facts behind them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from nentang.foundation.facts.public import Indicator, indicators
from nentang.foundation.organizations.public import (
    GeographyShare,
    Unit,
    UnitInfo,
    UnitLevel,
    geography_map,
    units_on,
)

from .errors import IndicatorNotFound
from .models import Computation, IndicatorValue
from .rules.rollup import (
    Cell,
    Sum,
    sum_by_month,
    sum_by_unit,
    under_geography,
    within,
)


@dataclass(frozen=True, slots=True)
class Tree:
    """The administrative tree of a day, and where every unit of any day lies in it."""

    units: Mapping[str, UnitInfo]
    parent: Mapping[str, str]
    heirs: Mapping[str, tuple[GeographyShare, ...]]

    def heir(self, unit_code: str, day: date) -> str:
        """The unit of this tree that has the figures which that unit counted on that day."""
        for share in self.heirs.get(unit_code, ()):
            if share.valid_from <= day and (share.valid_to is None or day < share.valid_to):
                return share.target_code
        return unit_code

    def parts_of(self, unit_code: str) -> list[UnitInfo]:
        """Units directly below, or the provinces for the nation."""
        return [unit for unit in self.units.values() if unit.parent_code == unit_code]


@dataclass(frozen=True, slots=True)
class Part:
    """One unit of a ranking with its sum."""

    unit: UnitInfo
    sum: Sum


def find_indicator(code: str) -> Indicator:
    """The indicator of that code; IndicatorNotFound where none is registered."""
    found = next((each for each in indicators() if each.code == code), None)
    if found is None:
        raise IndicatorNotFound(indicator=code)
    return found


def latest_computation() -> Computation | None:
    """When everything was last computed."""
    return Computation.objects.order_by("-id").first()


def tree_on(day: date) -> Tree:
    """The tree of a day; built once for a geography and kept."""
    return trees(day, Unit.objects.count())


def cells(code: str, *, first: date, last: date, tree: Tree) -> list[Cell]:
    """What units counted in the months from `first` to `last`, under the geography of the tree."""
    rows = IndicatorValue.objects.filter(indicator=code, month__range=(first.replace(day=1), last))
    counted = [
        Cell(*row) for row in rows.values_list("unit_code", "month", "numerator", "denominator")
    ]
    return under_geography(counted, tree.heir)


def value_of(code: str, unit_code: str, *, first: date, last: date, on: date) -> Sum:
    """The sum of a unit and all within it over the months, under the geography of day `on`."""
    tree = tree_on(on)
    return sum_by_unit(cells(code, first=first, last=last, tree=tree), tree.parent).get(
        unit_code, Sum()
    )


def trend(counted: list[Cell], unit_code: str, tree: Tree) -> dict[date, Sum]:
    """The sum of each month."""
    return sum_by_month(within(counted, unit_code, tree.parent))


def parts(counted: list[Cell], unit_code: str, tree: Tree, *, higher_is_better: bool) -> list[Part]:
    """The units directly below with their sums: the best first, those without a figure last."""
    sums = sum_by_unit(counted, tree.parent)
    found = [Part(unit, sums.get(unit.code, Sum())) for unit in tree.parts_of(unit_code)]
    sign = -1 if higher_is_better else 1
    return sorted(found, key=lambda part: (part.sum.value is None, sign * (part.sum.value or 0)))


@lru_cache(maxsize=4)
def trees(day: date, count: int) -> Tree:
    """`count` tells one geography from another that was loaded later."""
    units = {unit.code: unit for level in UnitLevel for unit in units_on(day, level)}
    heirs: dict[str, tuple[GeographyShare, ...]] = {}
    for share in geography_map(day):
        if share.target_code != share.unit_code:
            heirs[share.unit_code] = (*heirs.get(share.unit_code, ()), share)
    return Tree(units, {code: unit.parent_code for code, unit in units.items()}, heirs)
