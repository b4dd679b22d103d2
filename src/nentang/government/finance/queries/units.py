"""Reads of units. None asks permission: actions and other apps do."""

from datetime import date

from nentang.agreements.revenue import CollectingUnit
from nentang.foundation.registers.public import version_on
from nentang.government.finance.enums import UnitState
from nentang.government.finance.errors import UnitNotFound
from nentang.government.finance.models import BudgetUnit, UnitProfile, UnitStanding

HIGHEST = 12


def budget_unit(code: str) -> BudgetUnit:
    """The unit of that code; UnitNotFound."""
    found = BudgetUnit.objects.filter(code=code).first()
    if found is None:
        raise UnitNotFound
    return found


def lock_unit(unit: BudgetUnit) -> BudgetUnit:
    """The unit as it is now, held until the transaction ends."""
    return BudgetUnit.objects.select_for_update(of=("self",)).get(pk=unit.pk)


def unit_of_body(organization_id: int) -> BudgetUnit | None:
    """The unit that the body is, if it has a code."""
    return BudgetUnit.objects.filter(organization=organization_id).first()


def profile_on(unit: BudgetUnit, on: date) -> UnitProfile | None:
    """What is said of the unit on that day, as known now."""
    return version_on(UnitProfile, unit, on=on)


def standing_on(unit: BudgetUnit, on: date) -> UnitState | None:
    """Whether the code is good on that day, as known now."""
    found = version_on(UnitStanding, unit, on=on)
    return UnitState(found.state) if found else None


def is_above(unit: BudgetUnit, below: BudgetUnit, on: date) -> bool:
    """Whether the unit is `below` itself or stands above it that day."""
    here: BudgetUnit | None = below
    for _ in range(HIGHEST):
        if here is None or here.pk == unit.pk:
            return here is not None
        said = profile_on(here, on)
        here = said.parent if said else None
    return True


def unit_of_organization(organization_id: int, on: date) -> CollectingUnit | None:
    """The open unit that the body is on that day; where it was merged, the one that has taken its place."""
    unit = unit_of_body(organization_id)
    for _ in range(HIGHEST):
        said = version_on(UnitStanding, unit, on=on) if unit else None
        if said is None or said.state != UnitState.MERGED:
            break
        unit = said.successor
    if unit is None or said is None or said.state != UnitState.OPEN:
        return None
    profile = profile_on(unit, on)
    if profile is None:
        return None
    return CollectingUnit(
        code=unit.code,
        name=profile.name,
        chapter=profile.chapter,
        level=profile.level,
        treasury_id=profile.treasury_id,
    )
