"""What happened to payments; that money arrived is told by `agreements.cashier.PaymentSettled`."""

from typing import ClassVar

from nentang.agreements.cashier import PaymentRefunded, PaymentSettled
from nentang.kernel.frozen import Frozen


class PaymentRequested(Frozen):
    """Money was asked for."""

    name: ClassVar[str] = "payments.payment_requested"
    code: str
    reference: str
    amount: int
    payee_organization_id: int


class PaymentBroken(Frozen):
    """Money moved that does not fit; `kind` says why. `code` is the break's."""

    name: ClassVar[str] = "payments.payment_broken"
    code: str
    gateway: str
    kind: str
    amount: int


class PartPaid(Frozen):
    """A part of what was asked for arrived; `owed` is what is still to come."""

    name: ClassVar[str] = "payments.part_paid"
    code: str
    reference: str
    amount: int
    owed: int


__all__ = ["PartPaid", "PaymentBroken", "PaymentRefunded", "PaymentRequested", "PaymentSettled"]
