"""What happened to payments; that money arrived is told by `agreements.cashier.PaymentSettled`."""

from dataclasses import dataclass
from typing import ClassVar

from nentang.agreements.cashier import PaymentRefunded, PaymentSettled


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
    """Money moved that does not fit; `kind` says why. `code` is the break's."""

    name: ClassVar[str] = "payments.payment_broken"
    code: str
    gateway: str
    kind: str
    amount: int


@dataclass(frozen=True, slots=True)
class PartPaid:
    """A part of what was asked for arrived; `owed` is what is still to come."""

    name: ClassVar[str] = "payments.part_paid"
    code: str
    reference: str
    amount: int
    owed: int


__all__ = ["PartPaid", "PaymentBroken", "PaymentRefunded", "PaymentRequested", "PaymentSettled"]
