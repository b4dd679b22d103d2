"""Nobody came when called."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.queue.models import Ticket

from ._window import note, take_step, window_and_ticket


@transaction.atomic
def miss_ticket(*, window_id: int, actor: Actor, at: datetime) -> Ticket:
    """The ticket, which may come back once that day. NotYourWindow, WindowIdle, WrongMoment."""
    window, ticket = window_and_ticket(window_id, actor)
    take_step(ticket, "miss", ended_at=at)
    note("miss_ticket", ticket, window, actor, at)
    return ticket
