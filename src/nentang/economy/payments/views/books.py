"""Three books side by side, and what does not fit."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from nentang.economy.payments.actions import ask_refund_of_break, book_break, explain_break
from nentang.economy.payments.actions.ask_refund import NEVER_ARRIVED
from nentang.economy.payments.actions.book_break import BOOKABLE
from nentang.economy.payments.enums import DESK_ROLES, KEEPER
from nentang.economy.payments.models import Break
from nentang.economy.payments.permissions import check_can_resolve
from nentang.economy.payments.queries import break_by_code, breaks_of, matched_days
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.kernel import clock
from nentang.kernel.errors import DomainError


@require_safe
@for_officer(*DESK_ROLES, KEEPER)
def matching(request: PageRequest) -> HttpResponse:
    """The last month: what we booked, what the gateways and the treasury say, and open breaks."""
    today = clock.legal_day(clock.now())
    seen = {
        "days": matched_days(request.actor, until=today),
        "breaks": breaks_of(request.actor),
        "reads_fees": request.actor.has_role(*DESK_ROLES),
    }
    return render(request, "payments/matching.html", seen)


@require_http_methods(["GET", "HEAD", "POST"])
@for_officer(*DESK_ROLES, KEEPER)
def found_break(request: PageRequest, code: str) -> HttpResponse:
    """One movement that does not fit, and the three ways to its end."""
    found = break_by_code(code)
    check_can_resolve(request.actor, found.payee_id)
    if request.method != "POST":
        return _page(request, found)
    try:
        _resolve(request, code)
    except DomainError as fault:
        return _page(request, found, fault=fault)
    return redirect("payments:break", code=code)


def _resolve(request: PageRequest, code: str) -> None:
    """Book it where it belongs, send it back, or say what it is."""
    actor, at = request.actor, clock.now()
    match request.POST.get("xu-ly", ""):
        case "ghi":
            book_break(code=code, reference=request.POST.get("ma", ""), actor=actor, at=at)
        case "hoan-tra":
            ask_refund_of_break(code=code, actor=actor, at=at)
        case _:
            explain_break(code=code, note=request.POST.get("ghi-chu", ""), actor=actor, at=at)


def _page(request: PageRequest, found: Break, fault: DomainError | None = None) -> HttpResponse:
    under_way = found.refunds.order_by("-pk").first()
    seen = {
        "found": found,
        "fault": fault,
        "refund": under_way,
        "is_open": not found.resolution and not (found.case and found.case.state == "returning"),
        "can_book": found.kind in BOOKABLE,
        "can_return": found.payee_id and found.kind not in NEVER_ARRIVED and (found.told or 0) > 0,
    }
    return render(request, "payments/break.html", seen, status=422 if fault else 200)
