"""Giving a number, wherever it is taken."""

import secrets
from datetime import datetime

from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.queue.enums import LIVE, Channel
from nentang.government.queue.errors import HasNumber, NoQueueHere, OfficeClosed, UnknownGround
from nentang.government.queue.models import DayCounter, Matter, Office, Ticket
from nentang.government.queue.queries import is_giving_numbers, matter_of
from nentang.government.queue.rules.terms import grounds_on
from nentang.kernel.clock import legal_day

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # none that is read for another
CODE_LENGTH = 10


def give_number(
    *,
    office: Office,
    matter_id: int,
    ground: str,
    channel: Channel,
    person_id: int | None,
    actor: Actor,
    at: datetime,
) -> Ticket:
    """The next number of the matter's day. Of the ground for priority only that there is one is kept."""
    day = legal_day(at)
    if not office.gives_numbers:
        raise NoQueueHere
    if not is_giving_numbers(at):
        raise OfficeClosed
    if ground and ground not in {each.code for each in grounds_on(day).value}:
        raise UnknownGround
    matter = matter_of(office, matter_id)
    check_has_no_number(person_id, matter)
    ticket = Ticket(
        office=office,
        matter=matter,
        person_id=person_id,
        day=day,
        code="".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH)),
        channel=channel,
        is_priority=bool(ground),
        taken_at=at,
        waits_since=at,
    )
    try:
        _write(ticket, actor)
    except IntegrityError as fault:
        check_has_no_number(person_id, matter)
        raise fault
    return ticket


def check_has_no_number(person_id: int | None, matter: Matter) -> None:
    """HasNumber where the person waits for that matter already."""
    if person_id is None:
        return
    live = Ticket.objects.filter(person_id=person_id, matter=matter, state__in=LIVE).first()
    if live:
        raise HasNumber(number=live.number)


@transaction.atomic
def _write(ticket: Ticket, actor: Actor) -> None:
    number = DayCounter.take(matter_id=ticket.matter_id, day=ticket.day)
    ticket.number = f"{ticket.matter.prefix}{number:03d}"
    ticket.save(force_insert=True)
    record(
        actor=actor,
        action="queue.take_ticket",
        subject=f"ticket:{ticket.pk}",
        organization_id=ticket.office.organization_id,
        person_id=ticket.person_id,
        details={"number": ticket.number, "channel": str(ticket.channel)},
        at=ticket.taken_at,
    )
