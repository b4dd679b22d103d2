"""Door of payments: the cashier of the house."""

from datetime import datetime

from nentang.agreements import cashier as agreed
from nentang.agreements.actor import Actor

from .actions import answer_once, open_payee_account
from .actions import ask_refund_of_request as _ask_refund
from .actions import cancel_payment as _cancel
from .actions import record_cash as _record_cash
from .actions import request_payment as _request
from .errors import KeyReused, PaymentNotFound, PaymentNotOpen, ReferenceTaken
from .models import PayeeAccount, PaymentRequest
from .queries import agreed_request, find_payment


class PaymentsCashier:
    """The cashier agreement, kept by payments."""

    def request_payment(
        self, *, order: agreed.PaymentOrder, actor: Actor, at: datetime
    ) -> agreed.PaymentRequest:
        """The request for this reference, made now or before; ReferenceTaken for other content."""
        return agreed_request(_request(order=order, actor=actor, at=at))

    def cancel_payment(self, *, reference: str, actor: Actor, at: datetime) -> None:
        """Withdraw an unpaid request; nothing happens where there is none; PaymentNotOpen where paid."""
        _cancel(reference=reference, actor=actor, at=at)

    def ask_refund(self, *, reference: str, actor: Actor, at: datetime) -> int:
        """What is asked to go back, in đồng; 0 where nothing was paid or all of it goes back already."""
        return sum(each.amount for each in _ask_refund(reference=reference, actor=actor, at=at))

    def find_payment(self, *, reference: str) -> agreed.PaymentRequest | None:
        """The request for this reference, if any."""
        return find_payment(reference)

    def record_cash(self, *, reference: str, actor: Actor, at: datetime) -> agreed.PaymentRequest:
        """The fee was paid in cash at the counter."""
        return agreed_request(_record_cash(reference=reference, actor=actor, at=at))


__all__ = [
    "KeyReused",
    "PayeeAccount",
    "PaymentNotFound",
    "PaymentNotOpen",
    "PaymentRequest",
    "PaymentsCashier",
    "ReferenceTaken",
    "answer_once",
    "open_payee_account",
]
