"""Asking for money: services ask, payments answers."""

from datetime import datetime
from enum import StrEnum
from typing import Protocol

from nentang.kernel.frozen import Frozen

from .actor import Actor
from .binding import Binding


class PaymentState(StrEnum):
    """Where a payment request stands."""

    REQUESTED = "requested"
    PAID = "paid"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    REFUNDED = "refunded"


class Share(Frozen):
    """So much of a payment, in đồng, for one item (tiểu mục) of the budget chart."""

    item: str
    amount: int


class PaymentOrder(Frozen):
    """What is to be paid, by whom, to which organisation, for what.

    `reference` is the payer's code for the matter (a dossier code); asking twice with one
    reference and the same content returns the same request, other content is a Conflict.
    `amount` is in đồng; `shares` lay all of it out over items of the budget chart, each once (none: nobody knows);
    `in_parts`: it may come bit by bit, and is settled when all of it is there.
    """

    reference: str
    amount: int
    payee_organization_id: int
    payer_person_id: int | None
    description: str
    in_parts: bool = False
    shares: tuple[Share, ...] = ()


class PaymentRequest(Frozen):
    """A request as the cashier keeps it; `pay_path` is the page on which a person pays."""

    code: str
    reference: str
    amount: int
    state: PaymentState
    pay_path: str
    paid_at: datetime | None = None


class PaymentSettled(Frozen):
    """Event: the money for a reference has arrived."""

    name = "payments.payment_settled"
    code: str
    reference: str
    amount: int
    payee_organization_id: int
    method: str


class PaymentRefunded(Frozen):
    """Event: money went back; `left` is what remains paid for the reference."""

    name = "payments.payment_refunded"
    code: str
    reference: str
    amount: int
    left: int


class Cashier(Protocol):
    """Who requests money on behalf of other apps."""

    def request_payment(self, *, order: PaymentOrder, actor: Actor, at: datetime) -> PaymentRequest:
        """The request for this reference, made now or before."""

    def cancel_payment(self, *, reference: str, actor: Actor, at: datetime) -> None:
        """Withdraw an unpaid request; nothing happens where there is none; Conflict where it is paid."""

    def ask_refund(self, *, reference: str, actor: Actor, at: datetime) -> int:
        """Have what was paid go back, once a leader of the payee agrees; how much in đồng, 0 where nothing is left."""

    def find_payment(self, *, reference: str) -> PaymentRequest | None:
        """The request for this reference, if any."""

    def record_cash(self, *, reference: str, actor: Actor, at: datetime) -> PaymentRequest:
        """The fee was paid in cash at the counter."""


cashier: Binding[Cashier] = Binding("cashier")
