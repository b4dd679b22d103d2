"""A fee paid in cash of which some is asked back, a further one, and money that fits nothing."""

from datetime import date, datetime

from nentang.agreements.actor import SYSTEM, Actor
from nentang.agreements.cashier import PaymentOrder
from nentang.economy.payments.actions import (
    ask_refund,
    decide_refund,
    open_payee_account,
    record_cash,
    request_payment,
)
from nentang.economy.payments.actions.open_break import open_break
from nentang.economy.payments.enums import BreakKind, RefundReason
from nentang.economy.payments.models import Break, PaymentRequest
from tests.attacks.world import World

from .lot import Lot


def money(world: World, masters: dict[str, Actor], at: datetime) -> Lot:
    """All of it the mother's, at the cash desk of the office here."""
    order = _order(world)
    _account(order, at)
    request_payment(order=order, actor=SYSTEM, at=at)
    paid = record_cash(reference=order.reference, actor=SYSTEM, at=at)
    booking_id = paid.bookings.get().pk
    refund, asked = (
        ask_refund(
            booking_id=booking_id,
            amount=amount,
            reason=RefundReason.WITHDRAWN,
            actor=masters["here"],
            at=at,
        )
        for amount in (6_000, 3_000)
    )
    decide_refund(code=refund.code, approve=True, actor=masters["colleague"], at=at)
    broken = _break(order, at)
    requests = PaymentRequest.objects.filter(payer=world.mother.actor.person_id)
    return Lot(
        {
            "payments.code": [*requests.values_list("code", flat=True)],
            "payments.ask_refund_of_break.code": [broken.code],
            "payments.book_break.code": [broken.code],
            "payments.explain_break.code": [broken.code],
            "payments.decide_refund.code": [asked.code],
            "payments.finish_refund.code": [refund.code],
            "payments.hand_over_refund.code": [refund.code],
            "reference": [*requests.values_list("reference", flat=True)],
            "request": list(requests),
            "found": [broken],
            "refund": [refund],
            "booking_id": [booking_id],
            "order": [order],
        }
    )


def _order(world: World) -> PaymentOrder:
    return PaymentOrder(
        reference="000.00.98.H98-201207-9001",
        amount=16_000,
        payee_organization_id=world.here.body.pk,
        payer_person_id=world.mother.actor.person_id,
        description="Cấp bản sao trích lục hộ tịch",
    )


def _account(order: PaymentOrder, at: datetime) -> None:
    open_payee_account(
        organization_id=order.payee_organization_id,
        bank_bin="970415",
        account_number="0011001932418",
        holder="UY BAN NHAN DAN XA MAU",
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )


def _break(order: PaymentOrder, at: datetime) -> Break:
    found = Break(
        kind=BreakKind.UNKNOWN_ORDER,
        gateway="bank",
        transaction="GD9001",
        day=at.date(),
        told=16_000,
        payee_id=order.payee_organization_id,
    )
    return open_break(found=found, at=at)
