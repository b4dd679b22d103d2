"""Give a unit its code."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import Basis, check_may_write, enter_record
from nentang.government.finance.adapters import free_unit_code
from nentang.government.finance.enums import BudgetLevel, UnitKind, UnitState
from nentang.government.finance.errors import (
    BodyHasUnit,
    ChapterInvalid,
    NameMissing,
    UnitCodeInvalid,
    UnitCodeTaken,
    UnitNotOpen,
)
from nentang.government.finance.models import BudgetUnit, UnitProfile, UnitStanding
from nentang.government.finance.queries import standing_on, unit_of_body
from nentang.government.finance.rules.unit_codes import chapters_law, unit_codes_law
from nentang.kernel.frozen import Frozen


class UnitFacts(Frozen, kw_only=True):
    """What the certificate of a code says; without a code one is drawn."""

    name: str
    kind: UnitKind = UnitKind.BUDGET
    chapter: str
    level: BudgetLevel
    code: str = ""
    organization_id: int | None = None
    parent: BudgetUnit | None = None
    treasury_id: int | None = None


@transaction.atomic
def open_unit(
    *,
    facts: UnitFacts,
    starts_on: date,
    keeper_id: int,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> BudgetUnit:
    """The unit, open from that day. A code is given once, and never again after it was closed.

    Raises NameMissing, ChapterInvalid, UnitCodeInvalid, UnitCodeTaken, BodyHasUnit, UnitNotOpen, NotYourRegister.
    """
    check_may_write(actor, BudgetUnit(keeper_id=keeper_id))
    check_facts(facts, starts_on)
    code = facts.code or free_unit_code(facts.kind, starts_on)
    if unit_codes_law().in_force(on=starts_on).kind_of(code) != facts.kind:
        raise UnitCodeInvalid
    _check_body_has_none(facts.organization_id)
    unit = BudgetUnit(code=code, keeper_id=keeper_id, organization_id=facts.organization_id)
    try:
        with transaction.atomic():
            return enter_record(
                record=unit,
                versions=[profile_of(facts), UnitStanding(state=UnitState.OPEN)],
                valid_from=starts_on,
                basis=basis,
                actor=actor,
                at=at,
            )
    except IntegrityError as error:
        _check_body_has_none(facts.organization_id)
        raise UnitCodeTaken from error


def check_facts(facts: UnitFacts, on: date) -> None:
    """NameMissing, ChapterInvalid; UnitNotOpen where the unit above is closed that day."""
    if not facts.name.strip():
        raise NameMissing
    if not chapters_law().in_force(on=on).has(facts.chapter, facts.level):
        raise ChapterInvalid(chapter=facts.chapter, level=str(facts.level.label))
    if facts.parent and standing_on(facts.parent, on) is not UnitState.OPEN:
        raise UnitNotOpen


def profile_of(facts: UnitFacts) -> UnitProfile:
    """The facts as a version of the unit."""
    return UnitProfile(
        name=facts.name.strip()[:200],
        kind=facts.kind,
        chapter=facts.chapter,
        level=facts.level,
        parent=facts.parent,
        treasury_id=facts.treasury_id,
    )


def _check_body_has_none(organization_id: int | None) -> None:
    has = unit_of_body(organization_id) if organization_id else None
    if has:
        raise BodyHasUnit(code=has.code)
