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
from nentang.measure.indicators.rules.geographies import Geography, day_of
from nentang.measure.indicators.rules.places import AFTER, Place, Spell, spells
from nentang.measure.indicators.rules.rollup import NATION, lineage


class Tree(Frozen):
    """The units of a day; `heirs` are those of other days with the unit that has their figures.

    `gathering` are units with more figures than their own: of units within them, or of other days.
    `count` tells one geography of that day from another that was loaded later.
    """

    day: date
    count: int
    units: Mapping[str, UnitInfo]
    parent: Mapping[str, str]
    heirs: Mapping[str, tuple[GeographyShare, ...]]
    gathering: frozenset[str]

    @property
    def name(self) -> str:
        """By what sums under this geography are kept."""
        return self.day.isoformat()

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


def kept_trees(today: date) -> list[Tree]:
    """Those whose sums are kept: of the geographies that pages show."""
    found = (tree_on(day_of(each, today)) for each in Geography)
    return list({tree.day: tree for tree in found if tree.units}.values())


@lru_cache(maxsize=8)
def trees(day: date, count: int) -> Tree:
    """The tree of a day; `count` tells one geography from another that was loaded later."""
    units = {unit.code: unit for level in UnitLevel for unit in units_on(day, level)}
    heirs: dict[str, tuple[GeographyShare, ...]] = {}
    for share in geography_map(day):
        if share.target_code != share.unit_code:
            heirs[share.unit_code] = (*heirs.get(share.unit_code, ()), share)
    parent = {code: unit.parent_code for code, unit in units.items()}
    gathering = {share.target_code for shares in heirs.values() for share in shares}
    gathering.update(parent.values())
    return Tree(day, count, units, parent, heirs, frozenset(gathering & units.keys()))


@lru_cache(maxsize=4)
def places_in(day: date, count: int) -> tuple[Place, ...]:
    """Where the figures of every unit of any day lie in that tree, in units that gather them."""
    tree = trees(day, count)
    return tuple(
        Place(tree.name, unit_code, within, since, until or AFTER)
        for unit_code in sorted(tree.units.keys() | tree.heirs.keys())
        for since, until, heir in spells(unit_code, _shares(tree, unit_code))
        for within in lineage(heir, tree.parent)
        if within in tree.gathering
    )


def _shares(tree: Tree, unit_code: str) -> list[Spell]:
    shares = tree.heirs.get(unit_code, ())
    return [Spell(each.valid_from, each.valid_to, each.target_code) for each in shares]


def forget_trees() -> None:
    """Read the units again: for whoever puts others in place of them."""
    trees.cache_clear()
    places_in.cache_clear()
