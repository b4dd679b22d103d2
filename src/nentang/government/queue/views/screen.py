"""The television in the hall."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nentang.foundation.portal.public import PageRequest, for_everyone
from nentang.government.queue.queries import board, find_office
from nentang.kernel import clock


@require_safe
@for_everyone
def screen(request: PageRequest, organization_id: int) -> HttpResponse:
    """The last calls, very large, and the lines; asks for the board every few seconds."""
    return render(request, "queue/screen.html", _shown(organization_id))


@require_safe
@for_everyone
def board_part(request: PageRequest, organization_id: int) -> HttpResponse:
    """The board alone."""
    return render(request, "queue/_board.html", _shown(organization_id))


def _shown(organization_id: int) -> dict[str, object]:
    at = clock.now()
    office = find_office(organization_id)
    return {"office": office, "board": board(office, clock.legal_day(at)), "at": at}
