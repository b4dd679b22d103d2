"""Note that somebody died."""

from datetime import date, datetime, timedelta

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import Act, Basis, check_may_write, write_version
from nentang.government.population.enums import LifeState
from nentang.government.population.models import Citizen, LifeStatus
from nentang.government.population.queries import life_on


@transaction.atomic
def note_death(
    *, citizen: Citizen, died_on: date, basis: Basis, actor: Actor, at: datetime
) -> LifeStatus | None:
    """That the person is dead from the day after on; None where that was noted before.

    Residence is removed by its own procedure (Residence Law 2020, Art. 24). Raises what `registers` raises.
    """
    check_may_write(actor, citizen)
    dead_from = died_on + timedelta(days=1)
    if life_on(citizen, dead_from) is LifeState.DEAD:
        return None
    return write_version(
        version=LifeStatus(record=citizen, state=LifeState.DEAD),
        act=Act.CHANGE,
        valid_from=dead_from,
        basis=basis,
        actor=actor,
        at=at,
    )
