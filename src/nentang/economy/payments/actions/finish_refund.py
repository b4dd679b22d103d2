"""The money went back; every way there goes through here."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.economy.payments.enums import RefundState, Resolution, State
from nentang.economy.payments.events import PaymentRefunded
from nentang.economy.payments.indicators import PAYMENT_REFUNDED
from nentang.economy.payments.models import Booking, Refund
from nentang.economy.payments.queries import lock_booking, lock_refund
from nentang.economy.payments.registry import REFUNDED
from nentang.economy.payments.rules.refunds import returnable
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import record_fact
from nentang.foundation.notifications.public import notify
from nentang.foundation.organizations.public import organization
from nentang.foundation.outbox.public import publish
from nentang.kernel.money import format_dong

from ._revenue import book_revenue_back
from .close_break import close_break
from .revoke_receipt import revoke_receipt


def finish_refund(*, code: str, actor: Actor, at: datetime) -> Refund:
    """The refund, done. RefundNotFound where it is not approved or was done before."""
    with transaction.atomic():
        refund = lock_refund(code, RefundState.APPROVED)
        refund.state, refund.done_at = RefundState.DONE, at
        refund.save(update_fields=["state", "done_at"])
        if refund.booking_id:
            _take_off(lock_booking(refund.booking_id), refund, at)
        if refund.unbooked:
            close_break(found=refund.unbooked, resolution=Resolution.RETURNED, actor=actor, at=at)
        record(
            actor=actor,
            action="payments.finish_refund",
            subject=f"refund:{refund.pk}",
            organization_id=refund.payee_id,
            details={"amount": refund.amount},
            at=at,
        )
        record_fact(
            PAYMENT_REFUNDED,
            at=at,
            organization_id=refund.payee_id,
            unit_code=organization(refund.payee_id).unit_code,
            amount=refund.amount,
            reason=str(refund.reason),
        )
    return refund


def _has_gone_back_whole(booking: Booking) -> bool:
    done = booking.refunds.filter(state=RefundState.DONE).values_list("amount", flat=True)
    return not returnable(booking.amount, done)


def _take_off(booking: Booking, refund: Refund, at: datetime) -> None:
    book_revenue_back(booking, refund, at)
    request = booking.request
    request.refunded_amount += refund.amount
    if request.refunded_amount == request.amount:
        request.state = State.REFUNDED
    request.save(update_fields=["refunded_amount", "state"])
    if _has_gone_back_whole(booking):
        revoke_receipt(booking=booking, refund=refund, at=at)
    left = request.paid_amount - request.refunded_amount
    publish(
        PaymentRefunded(request.code, request.reference, refund.amount, left),
        at=at,
        key=request.code,
    )
    if request.payer_id:
        notify(
            template=REFUNDED.code,
            person_id=request.payer_id,
            context={"reference": request.reference, "amount": format_dong(refund.amount)},
            subject=f"payment:{request.pk}",
            at=at,
        )
