"""Take in states of another portal's dossiers."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from nentang.government.status_sync.adapters.bulk import keep_newest
from nentang.government.status_sync.models import Portal
from nentang.government.status_sync.rules.states import TakenState, newest


def take_states(*, portal: Portal, states: Iterable[TakenState], at: datetime) -> int:
    """How many changed what was known. The same again, or older ones later, change nothing.

    No audit: nobody acts here and nothing of a person is told.
    """
    kept = newest(states)
    with transaction.atomic():
        changed = keep_newest(portal.pk, kept.values())
        Portal.objects.filter(pk=portal.pk).update(heard_at=at)
    return changed
