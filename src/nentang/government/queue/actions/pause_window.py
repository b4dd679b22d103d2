"""A short break, or the end of a shift: whoever comes next may take the window over."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.queue.enums import WindowState
from nentang.government.queue.errors import WindowNotOpen
from nentang.government.queue.models import Window
from nentang.government.queue.permissions import check_is_at

from ._window import locked


@transaction.atomic
def pause_window(*, window_id: int, actor: Actor, at: datetime) -> Window:
    """The window, paused; who is at it stays there. NotYourWindow, WindowNotOpen."""
    window = locked(window_id)
    check_is_at(actor, window)
    if window.state != WindowState.OPEN:
        raise WindowNotOpen
    window.state = WindowState.PAUSED
    window.save(update_fields=["state"])
    record(
        actor=actor,
        action="queue.pause_window",
        subject=f"window:{window.pk}",
        organization_id=window.office.organization_id,
        details={"window": window.number},
        at=at,
    )
    return window
