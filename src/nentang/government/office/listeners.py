"""What the office does when something happened: what is signed goes out, what comes is taken in, answers are noted."""

from datetime import datetime

from nentang.foundation.documents.events import DocumentSigned
from nentang.foundation.outbox.public import listen
from nentang.government.document_exchange.events import (
    DeliveryFailed,
    DocumentReceived,
    StatusArrived,
)
from nentang.kernel.text import whole_number

from .actions import note_answer, report_to_axis, send_outgoing, take_from_axis
from .events import IncomingAnswered
from .models import IncomingDocument
from .queries import recipient_on_axis
from .registry import PAPER

STEPS = {"02": "refuse", "03": "register"}


@listen(DocumentSigned, "office.send_outgoing", when=lambda event: event.kind == PAPER)
def send_signed(event: DocumentSigned, *, at: datetime) -> None:
    """The bodies among the recipients get what is signed and sealed."""
    send_outgoing(document_id=int(event.subject.partition(":")[2]), at=at)


@listen(DocumentReceived, "office.take_from_axis")
def take_received(event: DocumentReceived, *, at: datetime) -> None:
    """What came by the axis waits for the clerk of documents."""
    take_from_axis(received_id=event.received_id, at=at)


@listen(
    IncomingAnswered,
    "office.note_answer",
    when=lambda event: event.origin.startswith(("office:", "axis:")),
)
def note_answered(event: IncomingAnswered, *, at: datetime) -> None:
    """Whoever sent it sees whether it was registered or returned, and why."""
    way, _, number = event.origin.partition(":")
    document = IncomingDocument.objects.get(pk=event.document_id)
    note = document.result if event.step == "refuse" else ""
    origin = whole_number(number) or 0
    if way == "axis":
        report_to_axis(received_id=origin, step=event.step, note=note, at=at)
    else:
        note_answer(recipient_id=origin, step=event.step, note=note, at=at)


@listen(StatusArrived, "office.note_status", when=lambda event: event.status_code in STEPS)
def note_status(event: StatusArrived, *, at: datetime) -> None:
    """The line of «Nơi nhận» says what the other body did."""
    recipient_id = recipient_on_axis(event.consignment_id, event.receiver_code)
    note_answer(recipient_id=recipient_id, step=STEPS[event.status_code], note="", at=at)


@listen(DeliveryFailed, "office.note_failure")
def note_failure(event: DeliveryFailed, *, at: datetime) -> None:
    """The line of «Nơi nhận» says that it did not arrive."""
    recipient_id = recipient_on_axis(event.consignment_id, event.receiver_code)
    note_answer(recipient_id=recipient_id, step="refuse", note=event.reason, at=at)
