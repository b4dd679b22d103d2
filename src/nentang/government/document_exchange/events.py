"""What happened to documents on the axis: identifiers and codes only."""

from typing import ClassVar

from nentang.kernel.frozen import Frozen


class DocumentReceived(Frozen):
    """A document (or its recall, update, replacement: `kind`) came for a body of this installation."""

    name: ClassVar[str] = "document_exchange.document_received"
    received_id: int
    organization_id: int
    kind: int


class ReceiptArrived(Frozen):
    """A receiver has signed that a consignment arrived."""

    name: ClassVar[str] = "document_exchange.receipt_arrived"
    consignment_id: int
    receiver_code: str


class StatusArrived(Frozen):
    """A receiver told where the document stands over there."""

    name: ClassVar[str] = "document_exchange.status_arrived"
    consignment_id: int
    receiver_code: str
    status_code: str


class DeliveryFailed(Frozen):
    """A receiver refused a consignment for good, or could not be reached for a week."""

    name: ClassVar[str] = "document_exchange.delivery_failed"
    consignment_id: int
    receiver_code: str
    reason: str
