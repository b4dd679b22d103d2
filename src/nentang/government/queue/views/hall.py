"""The touch screen in the hall: choose a matter, take the slip."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from nentang.foundation.portal.public import Limit, PageRequest, for_everyone, take_try
from nentang.government.queue.actions import take_ticket_in_hall
from nentang.government.queue.enums import TicketState
from nentang.government.queue.errors import TicketNotFound
from nentang.government.queue.queries import (
    board,
    find_ticket,
    is_giving_numbers,
    office_with_key,
    place_of,
)
from nentang.government.queue.rules.terms import grounds_on
from nentang.kernel import clock
from nentang.kernel.errors import DomainError
from nentang.kernel.text import whole_number

from .drawing import qr_of

NUMBERS = Limit("queue.hall", tries=60, seconds=60)


@require_http_methods(["GET", "HEAD", "POST"])
@for_everyone
def hall(request: PageRequest, hall_key: str) -> HttpResponse:
    """Big buttons, one a matter; pressing one gives a number."""
    at = clock.now()
    office, today = office_with_key(hall_key), clock.legal_day(at)
    fault: DomainError | None = None
    if request.method == "POST":
        take_try(NUMBERS, hall_key, at=at)
        try:
            taken = take_ticket_in_hall(
                hall_key=hall_key,
                matter_id=chosen_matter(request),
                ground=request.POST.get("uu-tien", ""),
                actor=request.actor,
                at=at,
            )
            return redirect("queue:slip", hall_key, taken.code)
        except DomainError as refusal:
            fault = refusal
    context = {
        "office": office,
        "lines": board(office, today).lines,
        "grounds": grounds_on(today),
        "is_open": office.gives_numbers and is_giving_numbers(at),
        "fault": fault,
        "at": at,
    }
    return render(request, "queue/hall.html", context, status=422 if fault else 200)


@require_safe
@for_everyone
def slip(request: PageRequest, hall_key: str, code: str) -> HttpResponse:
    """The slip to print or to photograph; the screen goes back by itself."""
    office, ticket = office_with_key(hall_key), find_ticket(code)
    if ticket.office_id != office.pk:
        raise TicketNotFound
    address = request.build_absolute_uri(reverse("queue:ticket", args=[code]))
    context = {
        "office": office,
        "ticket": ticket,
        "place": place_of(ticket) if ticket.state == TicketState.WAITING else None,
        "address": address,
        "qr": qr_of(address),
        "back": reverse("queue:hall", args=[hall_key]),
    }
    return render(request, "queue/slip.html", context)


def chosen_matter(request: PageRequest) -> int:
    """The matter of the button that was pressed; 0, which is none, for anything else."""
    return whole_number(request.POST.get("viec", "")) or 0
