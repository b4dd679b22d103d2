"""Close a code, or merge a unit into another (Circular 185/2015/TT-BTC, Art. 13, 15)."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import Act, Basis, check_may_write, write_version
from nentang.government.finance.enums import UnitState
from nentang.government.finance.errors import MergedIntoItself, UnitNotOpen
from nentang.government.finance.models import BudgetUnit, UnitStanding
from nentang.government.finance.queries import lock_unit, standing_on


@transaction.atomic
def close_unit(
    *, unit: BudgetUnit, valid_from: date, basis: Basis, actor: Actor, at: datetime
) -> UnitStanding:
    """The standing: closed from that day, for good. Raises UnitNotOpen, and what `registers` raises."""
    return _end(
        unit, UnitStanding(record=unit, state=UnitState.CLOSED), valid_from, basis, actor, at
    )


@transaction.atomic
def merge_unit(
    *,
    unit: BudgetUnit,
    into: BudgetUnit,
    valid_from: date,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> UnitStanding:
    """The standing: merged from that day; what the unit's body collects is booked to `into`.

    Raises MergedIntoItself, UnitNotOpen where either is closed, and what `registers` raises.
    """
    check_may_write(actor, unit)
    if unit.pk == into.pk:
        raise MergedIntoItself
    for each in sorted((unit, into), key=lambda one: one.pk):
        lock_unit(each)
    if standing_on(into, valid_from) is not UnitState.OPEN:
        raise UnitNotOpen
    said = UnitStanding(record=unit, state=UnitState.MERGED, successor=into)
    return _end(unit, said, valid_from, basis, actor, at)


def _end(
    unit: BudgetUnit, said: UnitStanding, valid_from: date, basis: Basis, actor: Actor, at: datetime
) -> UnitStanding:
    check_may_write(actor, unit)
    if standing_on(unit, valid_from) is not UnitState.OPEN:
        raise UnitNotOpen
    return write_version(
        version=said, act=Act.CHANGE, valid_from=valid_from, basis=basis, actor=actor, at=at
    )
