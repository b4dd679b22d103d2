"""The person at the window has what they came for."""

from datetime import datetime, timedelta

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.facts.public import record_fact
from nentang.foundation.organizations.public import organization
from nentang.government.queue.indicators import SERVED
from nentang.government.queue.models import Ticket

from ._window import note, take_step, window_and_ticket


@transaction.atomic
def finish_ticket(*, window_id: int, actor: Actor, at: datetime) -> Ticket:
    """The ticket, done. NotYourWindow, WindowIdle, WrongMoment."""
    window, ticket = window_and_ticket(window_id, actor)
    take_step(ticket, "finish", ended_at=at)
    note("finish_ticket", ticket, window, actor, at)
    body = organization(window.office.organization_id)
    record_fact(
        SERVED,
        at=at,
        organization_id=body.id,
        unit_code=body.unit_code,
        channel=str(ticket.channel),
        is_priority=ticket.is_priority,
        minutes=(at - (ticket.started_at or at)) // timedelta(minutes=1),
    )
    return ticket
