"""The money is here: the one place where a request becomes paid."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.agreements.cashier import PaymentSettled
from nentang.economy.payments.enums import Method, State
from nentang.economy.payments.errors import PaymentNotOpen
from nentang.economy.payments.indicators import PAYMENT_SETTLED
from nentang.economy.payments.models import PaymentRequest
from nentang.economy.payments.rules.transitions import may_follow
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import record_fact
from nentang.foundation.organizations.public import organization
from nentang.foundation.outbox.public import publish


def settle_payment(
    *,
    request: PaymentRequest,
    method: Method,
    bank_transaction: str = "",
    actor: Actor,
    at: datetime,
) -> PaymentRequest:
    """The request, paid; the caller holds its lock and has checked amount and permission. PaymentNotOpen."""
    if not may_follow(request.state, State.PAID):
        raise PaymentNotOpen
    with transaction.atomic():
        request.state, request.method, request.paid_at = State.PAID, method, at
        request.bank_transaction = bank_transaction
        request.save(update_fields=["state", "method", "paid_at", "bank_transaction"])
        _tell(request, actor, at)
    return request


def _tell(request: PaymentRequest, actor: Actor, at: datetime) -> None:
    record(
        actor=actor,
        action="payments.settle_payment",
        subject=f"payment:{request.pk}",
        organization_id=request.payee_id,
        person_id=request.payer_id,
        details={"amount": request.amount, "method": str(request.method)},
        at=at,
    )
    publish(
        PaymentSettled(
            request.code,
            request.reference,
            request.amount,
            request.payee_id,
            str(request.method),
        ),
        at=at,
        key=request.code,
    )
    record_fact(
        PAYMENT_SETTLED,
        at=at,
        organization_id=request.payee_id,
        unit_code=organization(request.payee_id).unit_code,
        amount=request.amount,
        method=str(request.method),
        online=request.method != Method.CASH,
    )
