"""The person needs another matter as well, or came for the wrong one."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.queue.models import Ticket
from nentang.government.queue.queries import matter_of

from ._number import check_has_no_number
from ._window import note, take_step, window_and_ticket


@transaction.atomic
def send_on(*, window_id: int, matter_id: int, actor: Actor, at: datetime) -> Ticket:
    """The ticket, waiting for the other matter under its number, since when it was taken.

    NotYourWindow, WindowIdle, MatterNotFound, HasNumber.
    """
    window, ticket = window_and_ticket(window_id, actor)
    matter = matter_of(window.office, matter_id)
    if matter.pk != ticket.matter_id:
        check_has_no_number(ticket.person_id, matter)
    take_step(
        ticket,
        "send_on",
        matter=matter,
        waits_since=ticket.taken_at,
        window=None,
        called_at=None,
        started_at=None,
    )
    note("send_on", ticket, window, actor, at, to=matter.prefix)
    return ticket
