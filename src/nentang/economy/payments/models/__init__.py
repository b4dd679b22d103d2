"""What payments keeps."""

from .account import PayeeAccount
from .gateway import GatewayMessage, GatewayOrder
from .idempotency import IdempotencyKey
from .receipt import Receipt, ReceiptCounter
from .request import PaymentRequest

__all__ = [
    "GatewayMessage",
    "GatewayOrder",
    "IdempotencyKey",
    "PayeeAccount",
    "PaymentRequest",
    "Receipt",
    "ReceiptCounter",
]
