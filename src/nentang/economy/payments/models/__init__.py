"""What payments keeps."""

from .account import PayeeAccount
from .booking import Booking
from .breaks import Break
from .gateway import GatewayMessage, GatewayOrder
from .idempotency import IdempotencyKey
from .receipt import Receipt, ReceiptCounter
from .refund import Refund
from .request import PaymentRequest
from .revenue import RevenueEntry
from .statement import Statement, StatementLine

__all__ = [
    "Booking",
    "Break",
    "GatewayMessage",
    "GatewayOrder",
    "IdempotencyKey",
    "PayeeAccount",
    "PaymentRequest",
    "Receipt",
    "ReceiptCounter",
    "Refund",
    "RevenueEntry",
    "Statement",
    "StatementLine",
]
