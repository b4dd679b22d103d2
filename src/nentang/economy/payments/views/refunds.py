"""Money on its way back."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nentang.economy.payments.actions import ask_refund, decide_refund, hand_over_refund
from nentang.economy.payments.enums import (
    DESK_ROLES,
    LOST,
    TILL_ROLES,
    RefundReason,
    RefundState,
)
from nentang.economy.payments.errors import AmountNotReturnable
from nentang.economy.payments.models import Booking, PaymentRequest
from nentang.economy.payments.permissions import check_can_resolve
from nentang.economy.payments.queries import refunds_of, request_by_code
from nentang.economy.payments.rules.refunds import returnable
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.kernel import clock
from nentang.kernel.errors import DomainError
from nentang.kernel.money import format_dong
from nentang.kernel.text import whole_number


@require_safe
@for_officer(*DESK_ROLES)
def refunds(request: PageRequest) -> HttpResponse:
    """Refunds of the officer's bodies, newest first; those waiting for this leader have buttons."""
    before_id = whole_number(request.GET.get("truoc", ""))
    rows = refunds_of(request.actor, before_id=before_id)
    leads, tills = (request.actor.organizations(each) for each in ("leader", "clerk"))
    for row in rows:
        is_other = row.asked_by != request.actor.account_id
        row.can_decide = row.state == RefundState.ASKED and row.payee_id in leads and is_other  # type: ignore[attr-defined] # for the template
        row.can_hand_over = (  # type: ignore[attr-defined] # for the template
            row.is_cash and row.state == RefundState.APPROVED and row.payee_id in tills
        )
    older = f"?truoc={rows[-1].pk}" if len(rows) == 50 else ""
    return render(request, "payments/refunds.html", {"rows": rows, "older_url": older})


@require_http_methods(["GET", "HEAD", "POST"])
@for_officer(*DESK_ROLES)
def ask(request: PageRequest, code: str) -> HttpResponse:
    """Ask that a payment goes back, all of it or a part."""
    payment = request_by_code(code)
    check_can_resolve(request.actor, payment.payee_id)
    fault = None
    if request.method == "POST":
        try:
            _ask(request, payment)
            return redirect("payments:refunds")
        except DomainError as refused:
            fault = refused
    seen = {
        "payment": payment,
        "bookings": _returnable(payment),
        "reasons": RefundReason.choices,
        "fault": fault,
    }
    return render(request, "payments/ask_refund.html", seen, status=422 if fault else 200)


@require_POST
@for_officer("leader")
def decide(request: PageRequest, code: str) -> HttpResponse:
    """A leader lets it go back, or does not."""
    approve = request.POST.get("duyet") == "co"
    decide_refund(code=code, approve=approve, actor=request.actor, at=clock.now())
    return redirect("payments:refunds")


@require_POST
@for_officer(*TILL_ROLES)
def hand_over(request: PageRequest, code: str) -> HttpResponse:
    """Cash was handed back at the counter."""
    hand_over_refund(code=code, actor=request.actor, at=clock.now())
    return redirect("payments:refunds")


def _ask(request: PageRequest, payment: PaymentRequest) -> None:
    chosen, amount, reason = (request.POST.get(name, "") for name in ("khoan", "so-tien", "ly-do"))
    known = {str(each.pk): each for each in payment.bookings.all()}
    digits = amount.replace(".", "").replace(" ", "")
    booking = known.get(chosen) or next(iter(known.values()), None)
    if booking is None:
        raise AmountNotReturnable(left=format_dong(0))
    ask_refund(
        booking_id=booking.pk,
        amount=whole_number(digits) or 0,
        reason=RefundReason(reason) if reason in RefundReason.values else RefundReason.OVERPAID,
        actor=request.actor,
        at=clock.now(),
    )


def _returnable(payment: PaymentRequest) -> list[Booking]:
    """Bookings of which something is left, with `left`."""
    found = list(payment.bookings.order_by("pk").prefetch_related("refunds"))
    for each in found:
        under_way = (r.amount for r in each.refunds.all() if r.state not in LOST)
        each.left = returnable(each.amount, under_way)  # type: ignore[attr-defined] # for the template
    return [each for each in found if each.left]  # type: ignore[attr-defined] # set above
