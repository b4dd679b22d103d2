"""Somebody does not wait any longer."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.queue.models import Ticket
from nentang.government.queue.queries import find_ticket

from ._window import take_step


@transaction.atomic
def leave_queue(*, code: str, actor: Actor, at: datetime) -> Ticket:
    """The ticket, given up; whoever has its code may. TicketNotFound, WrongMoment."""
    ticket = find_ticket(code)
    take_step(ticket, "leave", ended_at=at)
    record(
        actor=actor,
        action="queue.leave_queue",
        subject=f"ticket:{ticket.pk}",
        organization_id=ticket.office.organization_id,
        details={"number": ticket.number},
        at=at,
    )
    return ticket
