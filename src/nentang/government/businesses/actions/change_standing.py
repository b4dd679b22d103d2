"""Suspend a business, let it go on, or dissolve it."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import Act, Basis, check_may_write, write_version
from nentang.government.businesses.enums import BusinessState
from nentang.government.businesses.errors import (
    AlreadyDissolved,
    BranchesStillThere,
    StandingUnchanged,
)
from nentang.government.businesses.models import Business, Standing
from nentang.government.businesses.queries import branch_standing, lock_business, standing_on


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
    """The standing from that day on: suspended, active again, or dissolved for good, after all that depends on it.

    Raises AlreadyDissolved, StandingUnchanged, BranchesStillThere, and what `registers` raises.
    """
    check_may_write(actor, business)
    lock_business(business)
    before = standing_on(business, valid_from)
    if before is BusinessState.DISSOLVED:
        raise AlreadyDissolved
    if before is state:
        raise StandingUnchanged
    if state is BusinessState.DISSOLVED and (there := branch_standing(business, valid_from)):
        raise BranchesStillThere(code=there.code)
    return write_version(
        version=Standing(record=business, state=state),
        act=Act.CHANGE,
        valid_from=valid_from,
        basis=basis,
        actor=actor,
        at=at,
    )
