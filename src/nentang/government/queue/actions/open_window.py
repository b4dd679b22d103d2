"""Begin to work at a window, go on after a pause, or take it over from the shift before."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.queue.enums import WindowState
from nentang.government.queue.errors import HasWindow, WindowTaken
from nentang.government.queue.models import Window
from nentang.government.queue.permissions import check_can_open
from nentang.government.queue.queries import window_of_clerk

from ._window import locked


@transaction.atomic
def open_window(*, window_id: int, actor: Actor, at: datetime) -> Window:
    """The window, the actor's; who is at it stays. NotYourWindow, HasWindow, WindowTaken.

    A paused window may be taken over by anybody who serves in the office.
    """
    window = locked(window_id)
    check_can_open(actor, window.office.organization_id)
    own = window_of_clerk(actor.account_id)
    if own and own.pk != window.pk:
        raise HasWindow(number=own.number)
    former = window.clerk_id
    if window.state == WindowState.OPEN and former != actor.account_id:
        raise WindowTaken
    window.state, window.clerk_id, window.opened_at = WindowState.OPEN, actor.account_id, at
    window.save(update_fields=["state", "clerk", "opened_at"])
    record(
        actor=actor,
        action="queue.open_window",
        subject=f"window:{window.pk}",
        organization_id=window.office.organization_id,
        details={"window": window.number, "taken_over_from": former or 0},
        at=at,
    )
    return window
