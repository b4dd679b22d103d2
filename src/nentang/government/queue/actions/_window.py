"""What every step at a window begins and ends with."""

from datetime import datetime
from typing import Any

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.queue.errors import WindowIdle, WindowNotFound, WrongMoment
from nentang.government.queue.models import Ticket, Window
from nentang.government.queue.permissions import check_is_at
from nentang.government.queue.queries import ticket_at
from nentang.government.queue.rules.course import STEPS


def locked(window_id: int) -> Window:
    """The window, locked until the end of the transaction; WindowNotFound."""
    rows = Window.objects.select_for_update(of=("self",)).select_related("office")
    window = rows.filter(pk=window_id).first()
    if window is None:
        raise WindowNotFound
    return window


def window_and_ticket(window_id: int, actor: Actor) -> tuple[Window, Ticket]:
    """The actor's window, locked, and who is at it; NotYourWindow, WindowIdle."""
    window = locked(window_id)
    check_is_at(actor, window)
    ticket = ticket_at(window)
    if ticket is None:
        raise WindowIdle
    return window, ticket


def take_step(ticket: Ticket, step: str, **values: Any) -> None:
    """Move the ticket if it is still where the step begins; WrongMoment."""
    begins, state = STEPS[step]
    values["state"] = state
    if not Ticket.objects.filter(pk=ticket.pk, state__in=begins).update(**values):
        raise WrongMoment(number=ticket.number)
    for name, value in values.items():
        setattr(ticket, name, value)


def note(
    action: str, ticket: Ticket, window: Window, actor: Actor, at: datetime, **details: str | int
) -> None:
    """Audit of a step with a ticket at a window."""
    record(
        actor=actor,
        action=f"queue.{action}",
        subject=f"ticket:{ticket.pk}",
        organization_id=window.office.organization_id,
        details={"number": ticket.number, "window": window.number, **details},
        at=at,
    )
