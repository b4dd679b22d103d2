"""Rename a matter, or stop giving numbers for it."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.queue.errors import MatterNotFound
from nentang.government.queue.models import Matter
from nentang.government.queue.permissions import check_can_lead
from nentang.government.queue.queries import find_office

from ._set_up import checked_name, note_set_up


@transaction.atomic
def change_matter(
    *, organization_id: int, matter_id: int, name: str, is_open: bool, actor: Actor, at: datetime
) -> Matter:
    """The matter; who waits for it is still called. NotYourOffice, MatterNotFound, SetUpUnreadable."""
    check_can_lead(actor, organization_id)
    office = find_office(organization_id)
    matter = office.matters.filter(pk=matter_id).first()
    if matter is None:
        raise MatterNotFound
    matter.name, matter.is_open = checked_name(name), is_open
    matter.save(update_fields=["name", "is_open"])
    note_set_up("change_matter", office, actor, at, matter=matter.pk, open=int(is_open))
    return matter
