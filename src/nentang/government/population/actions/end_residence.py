"""Strike somebody off the permanent residence."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import Basis, end_version
from nentang.government.population.models import Citizen, PermanentResidence

from ._follow import show_in_identity


@transaction.atomic
def end_residence(
    *, citizen: Citizen, last_on: date, basis: Basis, actor: Actor, at: datetime
) -> PermanentResidence | None:
    """The residence that ends with that day (Residence Law 2020, Art. 24); None where none held then."""
    ended = end_version(
        model=PermanentResidence,
        record=citizen,
        last_on=last_on,
        basis=basis,
        actor=actor,
        at=at,
    )
    show_in_identity(citizen, at)
    return ended
