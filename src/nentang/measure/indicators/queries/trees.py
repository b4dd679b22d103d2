"""The administrative tree of a day, and where every unit of any day lies in it."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from django.db.models import Count, Max, Q

from nentang.foundation.organizations.public import (
    GeographyShare,
    Unit,
    UnitInfo,
    UnitLevel,
    UnitNotFound,
    geography_map,
    units_on,
)
from nentang.kernel.frozen import Frozen
from nentang.measure.indicators.rules.rollup import NATION, lineage


class Tree(Frozen):
    """The units of a day; `heirs` are those of other days with the unit that has their figures."""

    day: date
    units: Mapping[str, UnitInfo]
    parent: Mapping[str, str]
    heirs: Mapping[str, tuple[GeographyShare, ...]]

    def heir(self, unit_code: str, day: date) -> str:
        """The unit of this tree that has the figures which that unit counted on that day."""
        for share in self.heirs.get(unit_code, ()):
            if share.valid_from <= day and (share.valid_to is None or day < share.valid_to):
                return share.target_code
        return unit_code

    def find(self, unit_code: str) -> UnitInfo | None:
        """The unit, or the heir of a unit of another day; None for the nation.

        UnitNotFound where the code was never one.
        """
        if unit_code == NATION:
            return None
        shares = self.heirs.get(unit_code, ())
        codes = [unit_code, *(share.target_code for share in shares)]
        found = next((self.units[code] for code in codes if code in self.units), None)
        if found is None:
            raise UnitNotFound(code=unit_code, day=f"{self.day:%d/%m/%Y}")
        return found

    def path_to(self, unit_code: str) -> list[UnitInfo]:
        """What the unit lies in and the unit itself, province first."""
        return [self.units[code] for code in reversed(lineage(unit_code, self.parent)) if code]

    def parts_of(self, unit_code: str) -> list[UnitInfo]:
        """Units directly below, or the provinces for the nation."""
        return [unit for unit in self.units.values() if unit.parent_code == unit_code]

    def members(self, unit_code: str) -> frozenset[str] | None:
        """Units of any day whose figures lie within the unit; None (all) for the nation."""
        if unit_code == NATION:
            return None
        inside = {code for code in self.units if unit_code in lineage(code, self.parent)}
        former = {
            code
            for code, shares in self.heirs.items()
            if any(share.target_code in inside for share in shares)
        }
        return frozenset(inside | former)


def tree_on(day: date) -> Tree:
    """The tree of a day; built once for each geography and kept. One query."""
    state = Unit.objects.aggregate(
        begun=Max("valid_from", filter=Q(valid_from__lte=day)),
        ended=Max("valid_to", filter=Q(valid_to__lte=day)),
        count=Count("pk"),
    )
    changed = max((each for each in (state["begun"], state["ended"]) if each), default=day)
    return trees(changed, state["count"])


@lru_cache(maxsize=8)
def trees(day: date, count: int) -> Tree:
    """The tree of a day; `count` tells one geography from another that was loaded later."""
    units = {unit.code: unit for level in UnitLevel for unit in units_on(day, level)}
    heirs: dict[str, tuple[GeographyShare, ...]] = {}
    for share in geography_map(day):
        if share.target_code != share.unit_code:
            heirs[share.unit_code] = (*heirs.get(share.unit_code, ()), share)
    return Tree(day, units, {code: unit.parent_code for code, unit in units.items()}, heirs)
