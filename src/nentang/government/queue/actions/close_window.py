"""The end of work at a window."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.queue.enums import WindowState
from nentang.government.queue.errors import WindowNotOpen
from nentang.government.queue.models import Window
from nentang.government.queue.permissions import check_can_close
from nentang.government.queue.queries import ticket_at

from ._window import locked, note, take_step


@transaction.atomic
def close_window(*, window_id: int, actor: Actor, at: datetime) -> Window:
    """The window, nobody's. Who was at it waits again at their old place. NotYourWindow, WindowNotOpen."""
    window = locked(window_id)
    check_can_close(actor, window)
    if window.state == WindowState.CLOSED:
        raise WindowNotOpen
    if ticket := ticket_at(window):
        take_step(ticket, "put_back", window=None, called_at=None, started_at=None)
        note("put_back", ticket, window, actor, at)
    window.state, window.clerk, window.streak = WindowState.CLOSED, None, 0
    window.save(update_fields=["state", "clerk", "streak"])
    record(
        actor=actor,
        action="queue.close_window",
        subject=f"window:{window.pk}",
        organization_id=window.office.organization_id,
        details={"window": window.number},
        at=at,
    )
    return window
