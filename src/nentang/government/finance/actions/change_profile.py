"""Say something else of a unit: its name, chapter, the unit above it, its treasury."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import Act, Basis, check_may_write, write_version
from nentang.government.finance.enums import UnitState
from nentang.government.finance.errors import ParentGoesRound, UnitCodeInvalid, UnitNotOpen
from nentang.government.finance.models import BudgetUnit, UnitProfile
from nentang.government.finance.queries import is_above, standing_on
from nentang.government.finance.rules.unit_codes import unit_codes_law

from .open_unit import UnitFacts, check_facts, profile_of


@transaction.atomic
def change_profile(
    *,
    unit: BudgetUnit,
    facts: UnitFacts,
    act: Act,
    valid_from: date,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> UnitProfile:
    """The profile from that day on; code and body stay.

    Raises UnitNotOpen, NameMissing, ChapterInvalid, UnitCodeInvalid, ParentGoesRound, and what `registers` raises.
    """
    check_may_write(actor, unit)
    if standing_on(unit, valid_from) is not UnitState.OPEN:
        raise UnitNotOpen
    check_facts(facts, valid_from)
    if unit_codes_law().in_force(on=valid_from).kind_of(unit.code) != facts.kind:
        raise UnitCodeInvalid
    if facts.parent and is_above(unit, facts.parent, valid_from):
        raise ParentGoesRound
    said = profile_of(facts)
    said.record = unit
    return write_version(
        version=said, act=act, valid_from=valid_from, basis=basis, actor=actor, at=at
    )
