"""Ask that money goes back; another person decides."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.economy.payments.enums import LOST, BreakKind, RefundReason
from nentang.economy.payments.errors import AmountNotReturnable, BreakNotFound
from nentang.economy.payments.models import Booking, Break, PaymentRequest, Refund
from nentang.economy.payments.permissions import check_can_resolve
from nentang.economy.payments.queries import lock_booking, lock_break
from nentang.economy.payments.rules.codes import new_refund_code
from nentang.economy.payments.rules.refunds import returnable
from nentang.foundation.audit.public import record
from nentang.foundation.casework.public import move_case
from nentang.kernel.money import format_dong

NEVER_ARRIVED = (BreakKind.NOT_AT_GATEWAY, BreakKind.NOT_AT_TREASURY)


def ask_refund(
    *, booking_id: int, amount: int, reason: RefundReason, actor: Actor, at: datetime
) -> Refund:
    """The refund of so much of a booking, waiting for a leader. PaymentNotFound; NotYourTill; AmountNotReturnable."""
    with transaction.atomic():
        booking = lock_booking(booking_id)
        check_can_resolve(actor, booking.request.payee_id)
        _refuse_too_much(booking, amount)
        return _write_down(_refund_of(booking, booking.request), amount, reason, actor, at)


def ask_refund_of_break(*, code: str, actor: Actor, at: datetime) -> Refund:
    """The refund of all the money of a break. BreakNotFound where none is open or none arrived; NotYourTill."""
    with transaction.atomic():
        found = lock_break(code)
        check_can_resolve(actor, found.payee_id)
        if found.kind in NEVER_ARRIVED or found.payee_id is None or (found.told or 0) <= 0:
            raise BreakNotFound
        refund = Refund(
            unbooked=found,
            payee_id=found.payee_id,
            gateway=found.gateway,
            transaction=found.transaction,
        )
        _say_that_it_returns(found, actor, at)
        return _write_down(refund, found.amount, RefundReason.OVERPAID, actor, at)


def ask_refund_of_request(*, reference: str, actor: Actor, at: datetime) -> list[Refund]:
    """The refunds of all that came for the matter and is not on its way back, as a complaint was right.

    None where nothing was asked for or paid. NotYourTill.
    """
    with transaction.atomic():
        request = PaymentRequest.objects.select_for_update().filter(reference=reference).first()
        if request is None:
            return []
        check_can_resolve(actor, request.payee_id)
        left = [(each, _left_of(each)) for each in request.bookings.order_by("pk")]
        return [
            _write_down(_refund_of(booking, request), amount, RefundReason.COMPLAINT, actor, at)
            for booking, amount in left
            if amount > 0
        ]


def _refund_of(booking: Booking, request: PaymentRequest) -> Refund:
    return Refund(
        booking=booking,
        payee_id=request.payee_id,
        gateway=booking.gateway,
        transaction=booking.transaction,
    )


def _left_of(booking: Booking) -> int:
    under_way = booking.refunds.exclude(state__in=LOST).values_list("amount", flat=True)
    return returnable(booking.amount, under_way)


def _refuse_too_much(booking: Booking, amount: int) -> None:
    left = _left_of(booking)
    if not 0 < amount <= left:
        raise AmountNotReturnable(left=format_dong(left))


def _say_that_it_returns(found: Break, actor: Actor, at: datetime) -> None:
    if found.refunds.exclude(state__in=LOST).exists():
        raise BreakNotFound
    if found.case:
        move_case(case=found.case, step="ask_refund", actor=actor, at=at)


def _write_down(
    refund: Refund, amount: int, reason: RefundReason, actor: Actor, at: datetime
) -> Refund:
    refund.code, refund.amount, refund.reason = new_refund_code(), amount, reason
    refund.asked_by, refund.asked_at = actor.account_id or 0, at
    refund.save()
    record(
        actor=actor,
        action="payments.ask_refund",
        subject=f"refund:{refund.pk}",
        organization_id=refund.payee_id,
        person_id=refund.booking.request.payer_id if refund.booking else None,
        details={"amount": amount, "reason": str(reason)},
        at=at,
    )
    return refund
