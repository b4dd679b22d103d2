"""What the JSON interface says of documents to officers of their body."""

from datetime import date, datetime
from typing import Self

from ninja import Schema

from .models import IncomingDocument, OutgoingDocument
from .queries import state_of


class IncomingOut(Schema):
    """A document that came. `due_at` is null once it is closed; `book_number` until it is registered."""

    code: str
    organization_id: int
    book_number: int | None
    year: int | None
    sender: str
    number: str
    issued_on: date | None
    type: str
    summary: str
    urgency: str
    channel: str
    arrived_at: datetime
    state: str
    state_title: str
    due_at: datetime | None

    @classmethod
    def of(cls, document: IncomingDocument) -> Self:
        """The document, its state in the reader's language."""
        case, state = document.case, state_of(document.case)
        known = {name: getattr(document, name, None) for name in cls.model_fields}
        return cls.model_validate(
            known
            | {
                "sender": document.sender_name,
                "type": document.type_name,
                "state": state.name,
                "state_title": state.words,
                "due_at": None if case.closed_at else case.due_at,
            }
        )


class IncomingPage(Schema):
    """Documents, newest first, and the `before` of the next page."""

    items: list[IncomingOut]
    next: int | None


class RecipientOut(Schema):
    """One line of «Nơi nhận», and how far the document has come there."""

    name: str
    delivery: str
    delivered_at: datetime | None


class OutgoingOut(Schema):
    """A document that the body drafts and issues; `number` is empty until it is issued."""

    code: str
    organization_id: int
    number: str
    type: str
    summary: str
    urgency: str
    signed_at: datetime | None
    issued_at: datetime | None
    state: str
    state_title: str
    verification_code: str | None

    @classmethod
    def of(cls, document: OutgoingDocument, /, **more: object) -> Self:
        """The document, its state in the reader's language."""
        state = state_of(document.case)
        known = {name: getattr(document, name, None) for name in cls.model_fields}
        return cls.model_validate(
            known
            | {
                "type": document.type_code,
                "state": state.name,
                "state_title": state.words,
                "verification_code": document.paper.code if document.paper else None,
            }
            | more
        )


class OutgoingPage(Schema):
    """Documents, newest first, and the `before` of the next page."""

    items: list[OutgoingOut]
    next: int | None


class OutgoingDetail(OutgoingOut):
    """A document with whom it goes to."""

    recipients: list[RecipientOut]

    @classmethod
    def with_recipients(cls, document: OutgoingDocument) -> Self:
        """The document with its recipients in the order in which they are printed."""
        lines = document.recipients.order_by("id")
        return cls.of(document, recipients=[RecipientOut.model_validate(each) for each in lines])
