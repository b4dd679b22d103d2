"""Somebody who was not there when called turns up."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.queue.errors import ReturnedBefore, WrongMoment
from nentang.government.queue.models import Ticket
from nentang.government.queue.queries import find_ticket
from nentang.government.queue.rules.terms import terms_on
from nentang.kernel.clock import legal_day

from ._number import check_has_no_number
from ._window import take_step


@transaction.atomic
def return_ticket(*, code: str, actor: Actor, at: datetime) -> Ticket:
    """The ticket, waiting again behind those who wait now; whoever has its code may.

    Once, on its own day. TicketNotFound, WrongMoment, ReturnedBefore, HasNumber.
    """
    ticket = find_ticket(code)
    if ticket.day != legal_day(at):
        raise WrongMoment(number=ticket.number)
    if ticket.returns >= terms_on(ticket.day).returns:
        raise ReturnedBefore(number=ticket.number)
    check_has_no_number(ticket.person_id, ticket.matter)
    take_step(
        ticket,
        "return",
        waits_since=at,
        returns=ticket.returns + 1,
        window=None,
        called_at=None,
        ended_at=None,
    )
    record(
        actor=actor,
        action="queue.return_ticket",
        subject=f"ticket:{ticket.pk}",
        organization_id=ticket.office.organization_id,
        details={"number": ticket.number},
        at=at,
    )
    return ticket
