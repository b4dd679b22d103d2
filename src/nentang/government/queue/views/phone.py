"""Taking a number before coming, and following it."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nentang.foundation.portal.public import PageRequest, for_everyone, for_person
from nentang.government.queue.actions import leave_queue, return_ticket, take_ticket_by_phone
from nentang.government.queue.enums import TicketState
from nentang.government.queue.models import Ticket
from nentang.government.queue.queries import (
    board,
    find_office,
    find_ticket,
    is_giving_numbers,
    live_tickets_of,
    offices_giving_numbers,
    place_of,
)
from nentang.government.queue.rules.terms import grounds_on, terms_on
from nentang.kernel import clock
from nentang.kernel.errors import DomainError

from .drawing import qr_of
from .hall import chosen_matter


@require_safe
@for_everyone
def offices(request: PageRequest) -> HttpResponse:
    """Where numbers are given, and the reader's own numbers of today."""
    today = clock.legal_day(clock.now())
    own = live_tickets_of(request.actor.person_id, today)
    context = {"offices": offices_giving_numbers(today), "own": own}
    return render(request, "queue/offices.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_person()
def take(request: PageRequest, organization_id: int) -> HttpResponse:
    """The matters of an office with their lines; choosing one gives a number."""
    at = clock.now()
    office, today = find_office(organization_id), clock.legal_day(at)
    fault: DomainError | None = None
    if request.method == "POST":
        try:
            taken = take_ticket_by_phone(
                organization_id=organization_id,
                matter_id=chosen_matter(request),
                ground=request.POST.get("uu-tien", ""),
                actor=request.actor,
                at=at,
            )
            return redirect("queue:ticket", taken.code)
        except DomainError as refusal:
            fault = refusal
    context = {
        "office": office,
        "lines": board(office, today).lines,
        "grounds": grounds_on(today),
        "is_open": office.gives_numbers and is_giving_numbers(at),
        "own": live_tickets_of(request.actor.person_id, today),
        "fault": fault,
        "at": at,
    }
    return render(request, "queue/take.html", context, status=422 if fault else 200)


@require_safe
@for_everyone
def ticket(request: PageRequest, code: str) -> HttpResponse:
    """Where a number stands, for whoever has its code; refreshes itself."""
    shown = find_ticket(code)
    waits = shown.state == TicketState.WAITING
    address = request.build_absolute_uri(reverse("queue:ticket", args=[code]))
    context = {
        "ticket": shown,
        "place": place_of(shown) if waits else None,
        "may_return": _may_return(shown),
        "qr": qr_of(address),
        "address": address,
    }
    template = "queue/_ticket.html" if request.htmx else "queue/ticket.html"
    return render(request, template, context)


@require_POST
@for_everyone
def leave(request: PageRequest, code: str) -> HttpResponse:
    """Give the number up."""
    return _change(
        request, code, lambda: leave_queue(code=code, actor=request.actor, at=clock.now())
    )


@require_POST
@for_everyone
def come_back(request: PageRequest, code: str) -> HttpResponse:
    """Wait again after having missed the call."""
    return _change(
        request, code, lambda: return_ticket(code=code, actor=request.actor, at=clock.now())
    )


def _change(request: PageRequest, code: str, change: Callable[[], object]) -> HttpResponseRedirect:
    try:
        change()
    except DomainError as refusal:
        messages.warning(request, refusal.sentence)
    return redirect("queue:ticket", code)


def _may_return(shown: Ticket) -> bool:
    return (
        shown.state == TicketState.MISSED
        and shown.day == clock.legal_day(clock.now())
        and shown.returns < terms_on(shown.day).returns
    )
