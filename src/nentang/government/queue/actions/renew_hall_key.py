"""The address of the screen in the hall got into wrong hands."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.queue.models import Office
from nentang.government.queue.permissions import check_can_lead
from nentang.government.queue.queries import find_office

from ._set_up import note_set_up
from .set_up_office import new_hall_key


@transaction.atomic
def renew_hall_key(*, organization_id: int, actor: Actor, at: datetime) -> Office:
    """The office with a new key; the old address gives no numbers any more. NotYourOffice, NoQueueHere."""
    check_can_lead(actor, organization_id)
    office = find_office(organization_id)
    office.hall_key = new_hall_key()
    office.save(update_fields=["hall_key"])
    note_set_up("renew_hall_key", office, actor, at)
    return office
