"""Offices, matters, windows and single tickets."""

from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet

from nentang.foundation.casework.public import working_minutes
from nentang.government.queue.enums import LIVE, TicketState
from nentang.government.queue.errors import (
    MatterNotFound,
    NoQueueHere,
    TicketNotFound,
    WindowNotFound,
)
from nentang.government.queue.models import Matter, Office, Ticket, Window
from nentang.government.queue.rules.terms import terms_on
from nentang.kernel.clock import at_local, legal_day

MOST_OFFICES = 200


def find_office(organization_id: int) -> Office:
    """The queue of that body; NoQueueHere.

    Asked by `organization__id`: unlike `organization_id` it finds nothing for a number too large to store.
    """
    found = _offices().filter(organization__id=organization_id).first()
    if found is None:
        raise NoQueueHere
    return found


def office_with_key(hall_key: str) -> Office:
    """The office whose hall has that key; NoQueueHere."""
    found = _offices().filter(hall_key=hall_key).first()
    if found is None:
        raise NoQueueHere
    return found


def offices_giving_numbers(day: date) -> list[Office]:
    """Bodies of that day where one may take a number, by name."""
    stands = Q(organization__valid_to=None) | Q(organization__valid_to__gt=day)
    giving = _offices().filter(stands, gives_numbers=True)
    return list(giving.order_by("organization__name")[:MOST_OFFICES])


def matters_of(office: Office) -> QuerySet[Matter]:
    """The matters of the office, by their letters."""
    return office.matters.order_by("prefix")


def matter_of(office: Office, matter_id: int) -> Matter:
    """A matter that the office takes people for now; MatterNotFound."""
    found = office.matters.filter(pk=matter_id, is_open=True).first()
    if found is None:
        raise MatterNotFound
    return found


def windows_of(office: Office) -> QuerySet[Window]:
    """The windows of the office, each with its matters and its clerk."""
    return office.windows.select_related("clerk").prefetch_related("matters").order_by("number")


def find_window(organization_id: int, number: int) -> Window:
    """The window of that number; WindowNotFound."""
    found = (
        Window.objects.select_related("office__organization", "clerk")
        .filter(office__organization__id=organization_id, number=number)
        .first()
    )
    if found is None:
        raise WindowNotFound
    return found


def window_of_clerk(account_id: int | None) -> Window | None:
    """Where that officer works now."""
    return Window.objects.filter(clerk_id=account_id).first() if account_id else None


def find_ticket(code: str) -> Ticket:
    """The ticket with that code; TicketNotFound."""
    found = (
        Ticket.objects.select_related("office__organization", "matter", "window")
        .filter(code=code)
        .first()
    )
    if found is None:
        raise TicketNotFound
    return found


def live_tickets_of(person_id: int | None, day: date) -> list[Ticket]:
    """The numbers of a person for that day that still count."""
    if person_id is None:
        return []
    live = Ticket.objects.filter(person_id=person_id, day=day, state__in=LIVE)
    return list(live.select_related("matter", "office__organization", "window").order_by("pk"))


def missed_today(office: Office, day: date) -> list[Ticket]:
    """Who was called that day and not there, the latest first."""
    missed = Ticket.objects.filter(office=office, day=day, state=TicketState.MISSED)
    return list(missed.select_related("matter").order_by("-called_at")[:30])


def is_giving_numbers(at: datetime) -> bool:
    """Whether numbers are given then: from a little before the office opens until it closes."""
    day = legal_day(at)
    begin, end = at_local(day, time()), at_local(day + timedelta(days=1), time())
    soon = at + timedelta(minutes=terms_on(day).opens_before_minutes)
    return working_minutes(at, end) > 0 and working_minutes(begin, soon) > 0


def _offices() -> QuerySet[Office]:
    return Office.objects.select_related("organization")
