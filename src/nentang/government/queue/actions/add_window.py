"""One more window."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.queue.errors import NameTaken, SetUpUnreadable
from nentang.government.queue.models import Window
from nentang.government.queue.permissions import check_can_lead
from nentang.government.queue.queries import find_office

from ._set_up import checked_name, note_set_up

HIGHEST_NUMBER = 99


@transaction.atomic
def add_window(
    *,
    organization_id: int,
    number: int,
    name: str,
    matter_ids: Collection[int],
    actor: Actor,
    at: datetime,
) -> Window:
    """The window, closed. NotYourOffice, NoQueueHere, SetUpUnreadable, NameTaken."""
    check_can_lead(actor, organization_id)
    office = find_office(organization_id)
    if not 1 <= number <= HIGHEST_NUMBER:
        raise SetUpUnreadable
    window, is_new = Window.objects.get_or_create(
        office=office, number=number, defaults={"name": checked_name(name)}
    )
    if not is_new:
        raise NameTaken
    window.matters.set(office.matters.filter(pk__in=matter_ids))
    note_set_up("add_window", office, actor, at, window=number, matters=window.matters.count())
    return window
