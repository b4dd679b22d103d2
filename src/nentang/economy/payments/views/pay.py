"""Where a person pays."""

from typing import Any

import segno
from csp.decorators import csp_update
from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from nentang.economy.payments.actions import ask_gateway, start_gateway_payment
from nentang.economy.payments.adapters.gateways import gateways
from nentang.economy.payments.errors import BankRefused, BankUnavailable
from nentang.economy.payments.models import PaymentRequest
from nentang.economy.payments.permissions import can_see_receipt
from nentang.economy.payments.queries import payee_account, request_by_code, transfer_for
from nentang.economy.payments.rules.banks import banks
from nentang.economy.payments.rules.vietqr import encode
from nentang.foundation.portal.public import PageRequest, for_everyone
from nentang.kernel import clock
from nentang.kernel.errors import DomainError


@never_cache
@require_safe
@for_everyone
def payment(request: PageRequest, code: str) -> HttpResponseBase:
    """What is to be paid and how; once paid, when and the receipt. Shows nobody's name."""
    return _page(request, request_by_code(code))


@never_cache
@require_safe
@for_everyone
def standing(request: PageRequest, code: str) -> HttpResponse:
    """The line that says how it stands; as soon as that changes, the page is loaded anew."""
    asked = request_by_code(code)
    answer = render(request, "payments/standing.html", {"payment": asked})
    if not asked.is_open:
        answer["HX-Refresh"] = "true"
    return answer


@require_POST
@for_everyone
def go_to_gateway(request: PageRequest, code: str, gateway: str) -> HttpResponseBase:
    """On to the gateway's page, or to another's where it does not answer.

    Where none answers, back here with a word and the QR code.
    """
    try:
        order = start_gateway_payment(
            code=code, gateway=gateway, actor=request.actor, at=clock.now()
        )
    except (BankUnavailable, BankRefused) as fault:
        return _page(request, request_by_code(code), fault=fault)
    return HttpResponseRedirect(order.pay_url)


@never_cache
@require_safe
@for_everyone
def come_back(request: PageRequest, code: str) -> HttpResponseBase:
    """Back from the bank: what the browser says does not count, so the bank is asked."""
    try:
        ask_gateway(code=code, at=clock.now())
    except BankUnavailable as fault:
        return _page(request, request_by_code(code), fault=fault)
    return redirect("payments:payment", code=code)


def _page(
    request: PageRequest, asked: PaymentRequest, *, fault: DomainError | None = None
) -> HttpResponseBase:
    ways = gateways()
    seen: dict[str, Any] = {"payment": asked, "fault": fault, "by_card": len(ways) > 1}
    if asked.is_open:
        seen |= _qr(asked)
    elif can_see_receipt(request.actor, asked):
        seen["receipts"] = asked.receipts.select_related("document").order_by("pk")
    to_the_bank = csp_update({"form-action": [f"{each.base_url}/" for each in ways]})
    answer = render(request, "payments/payment.html", seen, status=503 if fault else 200)
    return to_the_bank(lambda _request: answer)(request)


def _qr(asked: PaymentRequest) -> dict[str, Any]:
    """The VietQR picture and its words, for those who cannot scan; nothing without an account."""
    today = clock.legal_day(clock.now())
    transfer, account = transfer_for(asked, today), payee_account(asked.payee_id, today)
    if transfer is None or account is None:
        return {}
    text = encode(transfer)
    picture = segno.make(text, error="m", micro=False).svg_data_uri(scale=4, border=4)
    return {
        "qr": picture,
        "qr_text": text,
        "transfer": transfer,
        "account": account,
        "bank": banks().get(account.bank_bin, account.bank_bin),
    }
