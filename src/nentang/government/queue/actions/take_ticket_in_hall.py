"""Somebody presses a button on the screen in the hall."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.government.queue.enums import Channel
from nentang.government.queue.models import Ticket
from nentang.government.queue.queries import office_with_key

from ._number import give_number


def take_ticket_in_hall(
    *, hall_key: str, matter_id: int, ground: str = "", actor: Actor, at: datetime
) -> Ticket:
    """The ticket, of nobody in particular. NoQueueHere, OfficeClosed, MatterNotFound, UnknownGround."""
    return give_number(
        office=office_with_key(hall_key),
        matter_id=matter_id,
        ground=ground,
        channel=Channel.HALL,
        person_id=None,
        actor=actor,
        at=at,
    )
