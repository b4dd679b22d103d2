"""Call whoever is next to a window."""

from datetime import datetime, timedelta

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.facts.public import record_fact
from nentang.foundation.organizations.public import organization
from nentang.government.queue.enums import WindowState
from nentang.government.queue.errors import NobodyWaits, WindowBusy, WindowNotOpen, WrongMoment
from nentang.government.queue.indicators import CALLED
from nentang.government.queue.models import Ticket, Window
from nentang.government.queue.permissions import check_is_at
from nentang.government.queue.queries import next_in_line, ticket_at
from nentang.government.queue.rules.order import streak_after, whom_to_call
from nentang.government.queue.rules.terms import terms_on
from nentang.kernel.clock import legal_day

from ._window import locked, note, take_step


@transaction.atomic
def call_next(*, window_id: int, actor: Actor, at: datetime) -> Ticket:
    """The ticket that is called. NotYourWindow, WindowNotOpen, WindowBusy, NobodyWaits.

    Two windows that choose the same ticket at once: one gets it, the other chooses again.
    """
    window = locked(window_id)
    check_is_at(actor, window)
    if window.state != WindowState.OPEN:
        raise WindowNotOpen
    if busy := ticket_at(window):
        raise WindowBusy(number=busy.number)
    ticket = _call_somebody(window, at)
    window.streak = streak_after(window.streak, is_priority=ticket.is_priority)
    window.save(update_fields=["streak"])
    note("call_next", ticket, window, actor, at)
    return ticket


def _call_somebody(window: Window, at: datetime) -> Ticket:
    while ticket := _chosen(window, at):
        is_first = ticket.first_called_at is None
        first = at if is_first else ticket.first_called_at
        try:
            take_step(ticket, "call", window=window, called_at=at, first_called_at=first)
        except WrongMoment:
            continue
        if is_first:
            _tell(ticket, at)
        return ticket
    raise NobodyWaits


def _chosen(window: Window, at: datetime) -> Ticket | None:
    day = legal_day(at)
    return whom_to_call(
        priority=next_in_line(window, day, is_priority=True),
        other=next_in_line(window, day, is_priority=False),
        streak=window.streak,
        in_a_row=terms_on(day).priority_in_a_row,
    )


def _tell(ticket: Ticket, at: datetime) -> None:
    waited = at - ticket.taken_at
    body = organization(ticket.office.organization_id)
    record_fact(
        CALLED,
        at=at,
        organization_id=body.id,
        unit_code=body.unit_code,
        channel=str(ticket.channel),
        is_priority=ticket.is_priority,
        wait_minutes=waited // timedelta(minutes=1),
        within_promise=waited <= timedelta(minutes=ticket.office.promised_minutes),
    )
