"""The person has come to the window."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.queue.models import Ticket

from ._window import note, take_step, window_and_ticket


@transaction.atomic
def start_ticket(*, window_id: int, actor: Actor, at: datetime) -> Ticket:
    """The ticket, being served. NotYourWindow, WindowIdle, WrongMoment."""
    window, ticket = window_and_ticket(window_id, actor)
    take_step(ticket, "start", started_at=at)
    note("start_ticket", ticket, window, actor, at)
    return ticket
