"""Tell other portals what moved here."""

from datetime import datetime

from nentang.government.services.public import (
    NationalState,
    Position,
    adopt_restored,
    national_states_after,
)
from nentang.government.status_sync.adapters.line import send
from nentang.government.status_sync.errors import PortalUnavailable
from nentang.government.status_sync.models import Portal
from nentang.government.status_sync.queries import due_portals
from nentang.government.status_sync.rules.states import MOST

from .note_failure import note_failure

PAGES = 20  # of a portal in one go, so that none waits long for another


def send_states(*, at: datetime) -> int:
    """How many states were handed over. Each portal goes on where it was left, whatever was cut off.

    A batch that was taken and whose answer got lost is sent again; the other side changes nothing then.
    """
    return sum(_send_to(portal, at) for portal in due_portals(at, to_send=True))


def _send_to(portal: Portal, at: datetime) -> int:
    sent = 0
    after = adopt_restored(Position(portal.sent_txid, portal.sent_id))
    for _page in range(PAGES):
        states = national_states_after(after, limit=MOST)
        if not states:
            break
        try:
            send(portal, [told(each) for each in states])
        except PortalUnavailable:
            note_failure(portal=portal, at=at)
            break
        after = states[-1].position
        _note_sent(portal, after, at)
        sent += len(states)
    return sent


def told(state: NationalState) -> dict[str, object]:
    """One state as portals read it."""
    return {
        "code": state.code,
        "state": state.state,
        "at": state.at.isoformat(),
        "sequence": state.position.id,
        "procedure": state.procedure,
        "body": state.body,
    }


def _note_sent(portal: Portal, after: Position, at: datetime) -> None:
    Portal.objects.filter(pk=portal.pk).update(
        sent_txid=after.txid, sent_id=after.id, sent_at=at, failures=0, next_try_at=None
    )
