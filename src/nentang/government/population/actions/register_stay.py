"""Register where somebody lives for some time."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import Act, Basis, check_may_write, write_version
from nentang.government.population.enums import LifeState
from nentang.government.population.errors import AlreadyDead
from nentang.government.population.models import Citizen, TemporaryResidence
from nentang.government.population.queries import keeper_for, life_on
from nentang.kernel.clock import legal_day


@transaction.atomic
def register_stay(
    *,
    citizen: Citizen,
    unit_code: str,
    address_line: str,
    host_name: str,
    valid_from: date,
    valid_to: date,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> TemporaryResidence:
    """The temporary residence for those days; AlreadyDead, UnknownCommune, and what `registers` raises."""
    check_may_write(actor, citizen)
    if life_on(citizen, valid_from) is LifeState.DEAD:
        raise AlreadyDead
    keeper_for(unit_code, valid_from, legal_day(at))
    return write_version(
        version=TemporaryResidence(
            record=citizen,
            unit_code=unit_code,
            address_line=address_line.strip(),
            host_name=host_name.strip(),
        ),
        act=Act.ENTRY,
        valid_from=valid_from,
        valid_to=valid_to,
        basis=basis,
        actor=actor,
        at=at,
    )
