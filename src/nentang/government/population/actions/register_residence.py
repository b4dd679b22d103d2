"""Register where somebody lives for good."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import (
    Act,
    Basis,
    check_may_write,
    move_record,
    write_version,
)
from nentang.government.population.enums import LifeState, Relation
from nentang.government.population.errors import AlreadyDead, AlreadyLivesThere
from nentang.government.population.models import Citizen, PermanentResidence
from nentang.government.population.queries import home_of, household, keeper_for, life_on
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen

from ._follow import show_in_identity


class Home(Frozen):
    """A place to live: commune, house or hamlet, and the household with what one is in it."""

    unit_code: str
    address_line: str
    household: str = ""
    relation: str = Relation.OTHER


@transaction.atomic
def register_residence(
    *, citizen: Citizen, home: Home, valid_from: date, basis: Basis, actor: Actor, at: datetime
) -> PermanentResidence:
    """The permanent residence from that day on; the record goes over to the body of the new commune.

    Raises AlreadyDead, AlreadyLivesThere, HouseholdNotFound, UnknownCommune, and what `registers` raises.
    """
    check_may_write(actor, citizen)
    if life_on(citizen, valid_from) is LifeState.DEAD:
        raise AlreadyDead
    keeper_id = keeper_for(home.unit_code, valid_from, legal_day(at))
    before = home_of(citizen, valid_from)
    residence = PermanentResidence(
        record=citizen,
        unit_code=home.unit_code,
        address_line=home.address_line.strip(),
        household=household(home.household) if home.household else None,
        relation=home.relation if home.household else "",
    )
    if before and before.values() == residence.values():
        raise AlreadyLivesThere
    write_version(
        version=residence,
        act=Act.CHANGE if before else Act.ENTRY,
        valid_from=valid_from,
        basis=basis,
        actor=actor,
        at=at,
    )
    if valid_from <= legal_day(at):
        move_record(record=citizen, keeper_id=keeper_id, actor=actor, at=at)
        show_in_identity(citizen, at)
    return residence
