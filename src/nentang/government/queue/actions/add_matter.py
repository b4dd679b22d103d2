"""Let people take numbers for something more."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.queue.errors import NameTaken
from nentang.government.queue.models import Matter
from nentang.government.queue.permissions import check_can_lead
from nentang.government.queue.queries import find_office

from ._set_up import checked_name, checked_prefix, note_set_up


@transaction.atomic
def add_matter(
    *, organization_id: int, prefix: str, name: str, actor: Actor, at: datetime
) -> Matter:
    """The matter, served by no window yet. NotYourOffice, NoQueueHere, SetUpUnreadable, NameTaken."""
    check_can_lead(actor, organization_id)
    office = find_office(organization_id)
    letters = checked_prefix(prefix)
    matter, is_new = Matter.objects.get_or_create(
        office=office, prefix=letters, defaults={"name": checked_name(name)}
    )
    if not is_new:
        raise NameTaken
    note_set_up("add_matter", office, actor, at, matter=matter.pk, prefix=letters)
    return matter
