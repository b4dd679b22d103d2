"""What happened to payments; that money arrived is told by `agreements.cashier.PaymentSettled`."""

from dataclasses import dataclass
from typing import ClassVar

from nentang.agreements.cashier import PaymentSettled


@dataclass(frozen=True, slots=True)
class PaymentRequested:
    """Money was asked for."""

    name: ClassVar[str] = "payments.payment_requested"
    code: str
    reference: str
    amount: int
    payee_organization_id: int


@dataclass(frozen=True, slots=True)
class PaymentBroken:
    """Money moved that could not be booked; `outcome` says why. `code` is empty where nobody knows for what."""

    name: ClassVar[str] = "payments.payment_broken"
    code: str
    gateway: str
    message_id: str
    outcome: str
    amount: int


__all__ = ["PaymentBroken", "PaymentRequested", "PaymentSettled"]
