"""What the office does when something happened: what is signed goes out, what was answered is noted."""

from datetime import datetime

from nentang.foundation.documents.events import DocumentSigned
from nentang.foundation.outbox.public import listen
from nentang.kernel.text import whole_number

from .actions import note_answer, send_outgoing
from .events import IncomingAnswered
from .models import IncomingDocument
from .registry import PAPER


@listen(DocumentSigned, "office.send_outgoing", when=lambda event: event.kind == PAPER)
def send_signed(event: DocumentSigned, *, at: datetime) -> None:
    """The bodies among the recipients get what is signed and sealed."""
    send_outgoing(document_id=int(event.subject.partition(":")[2]), at=at)


@listen(
    IncomingAnswered, "office.note_answer", when=lambda event: event.origin.startswith("office:")
)
def note_answered(event: IncomingAnswered, *, at: datetime) -> None:
    """Whoever sent it sees whether it was registered or returned, and why."""
    recipient_id = whole_number(event.origin.partition(":")[2])
    document = IncomingDocument.objects.get(pk=event.document_id)
    note = document.result if event.step == "refuse" else ""
    note_answer(recipient_id=recipient_id or 0, step=event.step, note=note, at=at)
