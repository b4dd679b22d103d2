"""Ask for money, once for each matter."""

from datetime import datetime

from django.db import transaction
from msgspec.structs import asdict

from nentang.agreements.actor import Actor
from nentang.agreements.cashier import PaymentOrder
from nentang.economy.payments.enums import State
from nentang.economy.payments.errors import AmountNotPositive, ReferenceTaken, SharesDiffer
from nentang.economy.payments.events import PaymentRequested
from nentang.economy.payments.models import PaymentRequest
from nentang.economy.payments.permissions import check_can_request
from nentang.economy.payments.rules.codes import new_code
from nentang.economy.payments.rules.terms import WAITS
from nentang.foundation.audit.public import record
from nentang.foundation.outbox.public import publish


def request_payment(*, order: PaymentOrder, actor: Actor, at: datetime) -> PaymentRequest:
    """The request for that reference, made now or before; one that expired or was cancelled waits again.

    AmountNotPositive; SharesDiffer; ReferenceTaken where the reference has a request with other content.
    """
    check_can_request(actor, order.payer_person_id, order.payee_organization_id)
    if order.amount <= 0:
        raise AmountNotPositive
    _check_shares(order)
    with transaction.atomic():
        request, is_new = PaymentRequest.objects.select_for_update().get_or_create(
            reference=order.reference, defaults=_content(order, at)
        )
        if not is_new:
            _refuse_other_content(request, order)
        if is_new or request.state in (State.EXPIRED, State.CANCELLED):
            _open(request, actor, at)
    return request


def _check_shares(order: PaymentOrder) -> None:
    """Each item once, a positive sum each, all of the amount."""
    if not order.shares:
        return
    items = {share.item for share in order.shares}
    sums = [share.amount for share in order.shares]
    if len(items) != len(sums) or min(sums) <= 0 or sum(sums) != order.amount:
        raise SharesDiffer


def _content(order: PaymentOrder, at: datetime) -> dict[str, object]:
    return {
        "code": new_code(),
        "amount": order.amount,
        "payee_id": order.payee_organization_id,
        "payer_id": order.payer_person_id,
        "description": order.description[:400],
        "shares": [asdict(share) for share in order.shares],
        "in_parts": order.in_parts,
        "requested_at": at,
        "expires_at": at + WAITS,
    }


def _refuse_other_content(request: PaymentRequest, order: PaymentOrder) -> None:
    asked = (
        order.amount,
        order.payee_organization_id,
        order.payer_person_id,
        order.description[:400],
    )
    if asked != (request.amount, request.payee_id, request.payer_id, request.description):
        raise ReferenceTaken(reference=order.reference)


def _open(request: PaymentRequest, actor: Actor, at: datetime) -> None:
    request.state = State.REQUESTED
    request.expires_at = at + WAITS
    request.save(update_fields=["state", "expires_at"])
    record(
        actor=actor,
        action="payments.request_payment",
        subject=f"payment:{request.pk}",
        organization_id=request.payee_id,
        person_id=request.payer_id,
        details={"amount": request.amount},
        at=at,
    )
    publish(
        PaymentRequested(request.code, request.reference, request.amount, request.payee_id),
        at=at,
        key=request.code,
    )
