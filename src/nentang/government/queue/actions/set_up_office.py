"""Let people queue at a body, or change what it promises."""

import secrets
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.queue.errors import SetUpUnreadable
from nentang.government.queue.models import Office
from nentang.government.queue.permissions import check_can_lead

from ._set_up import note_set_up

LONGEST_PROMISE = 480


@transaction.atomic
def set_up_office(
    *,
    organization_id: int,
    promised_minutes: int,
    gives_numbers: bool = True,
    actor: Actor,
    at: datetime,
) -> Office:
    """The office with that promise. NotYourOffice, SetUpUnreadable."""
    check_can_lead(actor, organization_id)
    if not 1 <= promised_minutes <= LONGEST_PROMISE:
        raise SetUpUnreadable
    office, _is_new = Office.objects.update_or_create(
        organization_id=organization_id,
        defaults={"promised_minutes": promised_minutes, "gives_numbers": gives_numbers},
        create_defaults={
            "promised_minutes": promised_minutes,
            "gives_numbers": gives_numbers,
            "hall_key": new_hall_key(),
        },
    )
    note_set_up(
        "set_up_office",
        office,
        actor,
        at,
        promised_minutes=promised_minutes,
        gives_numbers=int(gives_numbers),
    )
    return office


def new_hall_key() -> str:
    """A key that nobody guesses."""
    return secrets.token_urlsafe(16)
