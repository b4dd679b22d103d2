"""Let somebody else head a household."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import Act, Basis, say_anew
from nentang.government.population.models import Citizen, Household, HouseholdHome


@transaction.atomic
def change_head(
    *,
    home: Household,
    head: Citizen,
    valid_from: date,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> HouseholdHome:
    """The household with its new head from that day on; raises what `registers` raises."""
    return say_anew(
        model=HouseholdHome,
        record=home,
        said={"head_id": head.pk},
        act=Act.CHANGE,
        valid_from=valid_from,
        basis=basis,
        actor=actor,
        at=at,
    )
