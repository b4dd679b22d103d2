"""Somebody takes a number before coming."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.government.queue.enums import Channel
from nentang.government.queue.errors import NumberNeedsSignIn
from nentang.government.queue.models import Ticket
from nentang.government.queue.queries import find_office

from ._number import give_number


def take_ticket_by_phone(
    *, organization_id: int, matter_id: int, ground: str = "", actor: Actor, at: datetime
) -> Ticket:
    """The ticket of whoever is signed in. NoQueueHere, OfficeClosed, MatterNotFound, HasNumber."""
    if actor.person_id is None:
        raise NumberNeedsSignIn
    return give_number(
        office=find_office(organization_id),
        matter_id=matter_id,
        ground=ground,
        channel=Channel.PHONE,
        person_id=actor.person_id,
        actor=actor,
        at=at,
    )
