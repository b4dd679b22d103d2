"""Where officers work: choosing a window, calling, ending."""

from collections.abc import Callable
from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nentang.agreements.actor import Actor
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.queue import actions
from nentang.government.queue.enums import LEADING_ROLES, SERVING_ROLES
from nentang.government.queue.errors import NoQueueHere, NotYourWindow
from nentang.government.queue.models import Office, Window
from nentang.government.queue.permissions import leads
from nentang.government.queue.queries import (
    board,
    find_office,
    find_window,
    matters_of,
    missed_today,
    ticket_at,
    windows_of,
)
from nentang.kernel import clock
from nentang.kernel.errors import DomainError

from .hall import chosen_matter

ROLES = tuple(dict.fromkeys((*SERVING_ROLES, *LEADING_ROLES)))
STEPS: dict[str, Callable[..., object]] = {
    "mo": actions.open_window,
    "nghi": actions.pause_window,
    "dong": actions.close_window,
    "goi": actions.call_next,
    "goi-lai": actions.call_again,
    "bat-dau": actions.start_ticket,
    "xong": actions.finish_ticket,
    "vang": actions.miss_ticket,
}


@require_safe
@for_officer(*ROLES)
def windows(request: PageRequest) -> HttpResponse:
    """The windows of each office where the reader serves or leads."""
    actor = request.actor
    rows = [_office(actor, organization_id) for organization_id in actor.organizations(*ROLES)]
    return render(request, "queue/windows.html", {"rows": rows})


@require_safe
@for_officer(*SERVING_ROLES)
def window(request: PageRequest, organization_id: int, number: int) -> HttpResponse:
    """One window: who is at it, what to do next, who waits."""
    shown = _own_office_window(request.actor, organization_id, number)
    context = {
        **_lines(shown),
        "window": shown,
        "is_mine": shown.clerk_id == request.actor.account_id,
        "ticket": ticket_at(shown),
        "matters": matters_of(shown.office).filter(is_open=True),
    }
    return render(request, "queue/window.html", context)


@require_safe
@for_officer(*SERVING_ROLES)
def lines_part(request: PageRequest, organization_id: int, number: int) -> HttpResponse:
    """Who waits, alone; asked for every few seconds."""
    shown = _own_office_window(request.actor, organization_id, number)
    return render(request, "queue/_lines.html", {"window": shown, **_lines(shown)})


@require_POST
@for_officer(*ROLES)
def step(
    request: PageRequest, organization_id: int, number: int, step: str
) -> HttpResponseRedirect:
    """One step at the window; what is refused is told on its page."""
    shown, at, actor = find_window(organization_id, number), clock.now(), request.actor
    try:
        if step == "chuyen":
            matter_id = chosen_matter(request)
            actions.send_on(window_id=shown.pk, matter_id=matter_id, actor=actor, at=at)
        elif step == "den":
            code = request.POST.get("ma", "")[:16]
            back = actions.return_ticket(code=code, actor=actor, at=at)
            messages.success(
                request, _("Số %(number)s chờ lại ở cuối hàng.") % {"number": back.number}
            )
        elif step in STEPS:
            STEPS[step](window_id=shown.pk, actor=actor, at=at)
    except DomainError as refusal:
        messages.warning(request, refusal.sentence)
    if step == "dong" or not actor.has_role(*SERVING_ROLES, organization_id=organization_id):
        return redirect("queue:windows")
    return redirect("queue:window", organization_id, number)


def _office(actor: Actor, organization_id: int) -> dict[str, object]:
    found: Office | None
    try:
        found = find_office(organization_id)
    except NoQueueHere:
        found = None
    return {
        "organization_id": organization_id,
        "office": found,
        "windows": windows_of(found) if found else [],
        "leads": leads(actor, organization_id),
        "serves": actor.has_role(*SERVING_ROLES, organization_id=organization_id),
    }


def _own_office_window(actor: Actor, organization_id: int, number: int) -> Window:
    if not actor.has_role(*SERVING_ROLES, organization_id=organization_id):
        raise NotYourWindow
    return find_window(organization_id, number)


def _lines(shown: Window) -> dict[str, object]:
    at: datetime = clock.now()
    today = clock.legal_day(at)
    served = set(shown.matters.values_list("pk", flat=True))
    lines = board(shown.office, today).lines
    return {
        "own_lines": [line for line in lines if line.matter_id in served],
        "other_lines": [line for line in lines if line.matter_id not in served],
        "missed": missed_today(shown.office, today),
        "at": at,
    }
