"""A receipt for money that went back no longer holds."""

from datetime import datetime

from nentang.agreements.actor import SYSTEM
from nentang.economy.payments.models import Booking, Receipt, Refund
from nentang.foundation.documents.public import IssuedDocument, revoke_document, sign_document

from .issue_receipts import issue_receipts


def revoke_receipt(*, booking: Booking, refund: Refund, at: datetime) -> IssuedDocument:
    """The revoked paper of the booking; one that was not made or signed yet is first."""
    issue_receipts(code=booking.request.code, at=at)
    receipt = Receipt.objects.get(booking=booking)
    sign_document(document_id=receipt.document_id, at=at)
    return revoke_document(
        document_id=receipt.document_id,
        reason=f"Tiền đã hoàn trả, mã {refund.code}.",
        actor=SYSTEM,
        at=at,
    )
