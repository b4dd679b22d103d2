"""Fetch what moved at other portals."""

from datetime import datetime

from django.db import transaction

from nentang.government.status_sync.adapters.line import fetch
from nentang.government.status_sync.errors import PortalUnavailable, StatesUnreadable
from nentang.government.status_sync.models import Portal
from nentang.government.status_sync.queries import due_portals
from nentang.government.status_sync.rules.states import read_states

from .note_failure import note_failure
from .take_states import take_states

PAGES = 100  # of a portal in one go


def fetch_states(*, at: datetime) -> int:
    """How many states were fetched. States and place are kept together, so nothing is left out."""
    return sum(_fetch_from(portal, at) for portal in due_portals(at, to_send=False))


def _fetch_from(portal: Portal, at: datetime) -> int:
    fetched, after = 0, portal.fetched_until
    for _page in range(PAGES):
        try:
            page = fetch(portal, after)
            states = read_states(page) if page.get("states") else []
        except (PortalUnavailable, StatesUnreadable):
            note_failure(portal=portal, at=at)
            break
        following = str(page.get("next", ""))[:80]
        if not states or following == after:
            break
        with transaction.atomic():
            take_states(portal=portal, states=states, at=at)
            Portal.objects.filter(pk=portal.pk).update(
                fetched_until=following, failures=0, next_try_at=None
            )
        fetched, after = fetched + len(states), following
    return fetched
