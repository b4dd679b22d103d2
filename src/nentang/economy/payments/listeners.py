"""What payments does when something happened, and every so often; each calls one action."""

from datetime import datetime

from nentang.agreements.cashier import PaymentSettled
from nentang.foundation.outbox.public import every, listen

from .actions import (
    ask_about_open_orders,
    carry_out_refunds,
    expire_requests,
    forget_answers,
    issue_receipts,
    match_books,
    place_revenue,
)
from .events import PartPaid


@listen(PaymentSettled, "payments.receipt")
def receipt_for_settled(event: PaymentSettled, *, at: datetime) -> None:
    """Whoever paid gets a receipt."""
    issue_receipts(code=event.code, at=at)


@listen(PartPaid, "payments.receipt_for_part")
def receipt_for_part(event: PartPaid, *, at: datetime) -> None:
    """Whoever paid a part gets a receipt for it."""
    issue_receipts(code=event.code, at=at)


@every(60, "payments.carry_out_refunds")
def send_back(*, at: datetime) -> None:
    """What was approved goes back."""
    carry_out_refunds(at=at)


@every(24 * 3600, "payments.match_books")
def match(*, at: datetime) -> None:
    """The books of the last days are compared."""
    match_books(at=at)


@every(60, "payments.ask_about_open_orders")
def ask(*, at: datetime) -> None:
    """A lost callback is made up for."""
    ask_about_open_orders(at=at)


@every(300, "payments.expire_requests")
def expire(*, at: datetime) -> None:
    """Requests whose time is over wait no longer."""
    expire_requests(at=at)


@every(24 * 3600, "payments.forget_answers")
def forget(*, at: datetime) -> None:
    """Old idempotency keys go."""
    forget_answers(at=at)


@every(24 * 3600, "payments.place_revenue")
def place(*, at: datetime) -> None:
    """Revenue of bodies that got their code since is placed."""
    place_revenue(at=at)
