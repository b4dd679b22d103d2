"""Note that somebody is away."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import Act, Basis, write_version
from nentang.government.population.models import Absence, Citizen


@transaction.atomic
def note_absence(
    *,
    citizen: Citizen,
    destination: str,
    reason: str,
    valid_from: date,
    valid_to: date,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> Absence:
    """The absence for those days; raises what `registers` raises."""
    return write_version(
        version=Absence(record=citizen, destination=destination.strip(), reason=reason.strip()),
        act=Act.ENTRY,
        valid_from=valid_from,
        valid_to=valid_to,
        basis=basis,
        actor=actor,
        at=at,
    )
