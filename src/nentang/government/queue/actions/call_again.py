"""Call the same number once more."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.queue.models import Ticket

from ._window import note, take_step, window_and_ticket


@transaction.atomic
def call_again(*, window_id: int, actor: Actor, at: datetime) -> Ticket:
    """The ticket, on top of the call screen again. NotYourWindow, WindowIdle, WrongMoment."""
    window, ticket = window_and_ticket(window_id, actor)
    take_step(ticket, "call_again", called_at=at)
    note("call_again", ticket, window, actor, at)
    return ticket
