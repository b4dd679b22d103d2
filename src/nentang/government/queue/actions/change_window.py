"""Rename a window, or let it serve other matters."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.queue.models import Window
from nentang.government.queue.permissions import check_can_lead
from nentang.government.queue.queries import find_window

from ._set_up import checked_name, note_set_up


@transaction.atomic
def change_window(
    *,
    organization_id: int,
    number: int,
    name: str,
    matter_ids: Collection[int],
    actor: Actor,
    at: datetime,
) -> Window:
    """The window; who is at it stays. NotYourOffice, WindowNotFound, SetUpUnreadable."""
    check_can_lead(actor, organization_id)
    window = find_window(organization_id, number)
    window.name = checked_name(name)
    window.save(update_fields=["name"])
    window.matters.set(window.office.matters.filter(pk__in=matter_ids))
    count = window.matters.count()
    note_set_up("change_window", window.office, actor, at, window=number, matters=count)
    return window
