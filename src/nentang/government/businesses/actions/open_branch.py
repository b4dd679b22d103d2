"""Open a branch, a representative office or a further place of a business."""

from datetime import date, datetime

from django.db import transaction
from msgspec.structs import replace

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import Basis, check_may_keep
from nentang.government.businesses.enums import DEPENDENT, BusinessKind, BusinessState
from nentang.government.businesses.errors import (
    BranchesExhausted,
    NoBranchOfThat,
    NotInBusiness,
)
from nentang.government.businesses.models import Business
from nentang.government.businesses.queries import lock_business, registration_on, standing_on
from nentang.government.businesses.registry import BUSINESSES
from nentang.government.businesses.rules.tax_codes import (
    MOST_BRANCHES,
    branch_code_of,
    branch_number_of,
)

from .enter_business import BusinessFacts, enter_business


@transaction.atomic
def open_branch(
    *,
    parent: Business,
    facts: BusinessFacts,
    starts_on: date,
    keeper_id: int,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> Business:
    """What depends on the business, active from that day, under its tax code and the next three digits.

    Who opens two at once waits: the business is held. Raises NoBranchOfThat, NotInBusiness, BranchesExhausted, and what
    `enter_business` raises.
    """
    check_may_keep(actor, BUSINESSES, keeper_id)
    held = lock_business(parent)
    _check(held, facts.kind, starts_on)
    code = branch_code_of(held.code, _next_number(held))
    return enter_business(
        facts=replace(facts, tax_code=code, parent=held),
        starts_on=starts_on,
        keeper_id=keeper_id,
        basis=basis,
        actor=actor,
        at=at,
    )


def _check(parent: Business, kind: str, on: date) -> None:
    said = registration_on(parent, on)
    if standing_on(parent, on) is not BusinessState.ACTIVE or said is None:
        raise NotInBusiness
    is_household = said.kind == BusinessKind.HOUSEHOLD
    if kind not in DEPENDENT or parent.parent_id or (is_household and kind != BusinessKind.PLACE):
        raise NoBranchOfThat


def _next_number(parent: Business) -> int:
    """One more than the highest: a code that was closed is not given again."""
    last = parent.branches.order_by("-code").values_list("code", flat=True).first()
    number = branch_number_of(last) + 1 if last else 1
    if number > MOST_BRANCHES:
        raise BranchesExhausted
    return number
