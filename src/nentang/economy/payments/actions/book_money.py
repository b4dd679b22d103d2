"""The money is here: the one place where it is booked and a request becomes paid."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.agreements.cashier import PaymentSettled
from nentang.economy.payments.enums import Method, State
from nentang.economy.payments.errors import PaymentNotOpen
from nentang.economy.payments.events import PartPaid
from nentang.economy.payments.indicators import PAYMENT_SETTLED
from nentang.economy.payments.models import Booking, PaymentRequest
from nentang.economy.payments.rules.transitions import may_follow
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import record_fact
from nentang.foundation.organizations.public import organization
from nentang.foundation.outbox.public import publish

from ._revenue import book_revenue


def book_money(
    *,
    request: PaymentRequest,
    amount: int,
    method: Method,
    gateway: str = "",
    bank_transaction: str = "",
    actor: Actor,
    at: datetime,
) -> Booking:
    """The booking; with all of it here the request is paid.

    The caller holds the request's lock and has checked sum and permission. PaymentNotOpen.
    """
    if not may_follow(request.state, State.PAID):
        raise PaymentNotOpen
    with transaction.atomic():
        booking = Booking.objects.create(
            request=request,
            gateway=gateway,
            transaction=bank_transaction,
            method=method,
            amount=amount,
            booked_at=at,
        )
        book_revenue(booking, request.paid_amount, at)
        request.paid_amount += amount
        if not request.owed:
            request.state, request.method, request.paid_at = State.PAID, method, at
        request.save(update_fields=["state", "method", "paid_at", "paid_amount"])
        _tell(booking, actor, at)
    return booking


def _tell(booking: Booking, actor: Actor, at: datetime) -> None:
    request = booking.request
    record(
        actor=actor,
        action="payments.book_money",
        subject=f"payment:{request.pk}",
        organization_id=request.payee_id,
        person_id=request.payer_id,
        details={"amount": booking.amount, "method": str(booking.method)},
        at=at,
    )
    _publish(booking, at)
    record_fact(
        PAYMENT_SETTLED,
        at=at,
        organization_id=request.payee_id,
        unit_code=organization(request.payee_id).unit_code,
        amount=booking.amount,
        method=str(booking.method),
        online=booking.method != Method.CASH,
    )


def _publish(booking: Booking, at: datetime) -> None:
    request = booking.request
    event: object = PartPaid(request.code, request.reference, booking.amount, request.owed)
    if request.state == State.PAID:
        event = PaymentSettled(
            request.code, request.reference, request.amount, request.payee_id, str(request.method)
        )
    publish(event, at=at, key=request.code)
