"""Suspend a business, let it go on, or dissolve it."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import Act, Basis, check_may_write, write_version
from nentang.government.businesses.enums import BusinessState
from nentang.government.businesses.errors import AlreadyDissolved
from nentang.government.businesses.models import Business, Standing
from nentang.government.businesses.queries import standing_on


@transaction.atomic
def change_standing(
    *,
    business: Business,
    state: BusinessState,
    valid_from: date,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> Standing:
    """The standing from that day on; AlreadyDissolved, and what `registers` raises."""
    check_may_write(actor, business)
    if standing_on(business, valid_from) is BusinessState.DISSOLVED:
        raise AlreadyDissolved
    return write_version(
        version=Standing(record=business, state=state),
        act=Act.CHANGE,
        valid_from=valid_from,
        basis=basis,
        actor=actor,
        at=at,
    )
