"""Take in one row of a table of old entries."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.organizations.public import organization
from nentang.foundation.registers.public import Basis
from nentang.government.civil_status.permissions import check_keeps_books
from nentang.government.civil_status.registry import REGISTERED
from nentang.kernel.text import whole_number

from ._read import facts_from, read_value
from .enter_by_hand import Past, place_of
from .enter_entry import enter_past


@transaction.atomic
def take_in_row(
    *,
    kind: str,
    values: Mapping[str, Any],
    basis: Basis,
    organization_id: int,
    actor: Actor,
    at: datetime,
) -> str:
    """The code of the entry of that row, entered now or before with the same content.

    Raises NotYourRegister, EntryUnreadable, NumberUsed.
    """
    check_keeps_books(actor, organization_id)
    said = {name: str(value) for name, value in values.items() if value is not None}
    past = Past(
        number=whole_number(said.get("number", "")) or 0,
        volume=whole_number(said.get("volume", "")) or 0,
        registered_on=date.fromisoformat(read_value(REGISTERED, said.get("registered_on", ""))),
    )
    entry = enter_past(
        facts=facts_from(kind, said),
        place=place_of(kind, past, organization(organization_id).unit_code, at),
        registered_on=past.registered_on,
        organization_id=organization_id,
        basis=basis,
        actor=actor,
        at=at,
    )
    return entry.code
