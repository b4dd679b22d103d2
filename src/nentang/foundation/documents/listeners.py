"""What follows from events."""

from datetime import datetime

from nentang.foundation.outbox.public import every, listen

from .actions import read_texts, sign_document
from .events import DocumentIssued


@listen(DocumentIssued, "documents.sign")
def sign(event: DocumentIssued, *, at: datetime) -> None:
    """The worker signs; a document signed before stays as it is."""
    sign_document(document_id=event.document_id, at=at)


@every(5, "documents.read_texts")
def read(*, at: datetime) -> None:
    """Photographs whose text somebody waits for are read."""
    read_texts(at=at)
