"""Put a document into the book of incoming documents; inside the action's transaction."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance, set_term
from nentang.foundation.outbox.public import publish
from nentang.government.office.events import IncomingAnswered
from nentang.government.office.models import IncomingDocument, SeriesCounter
from nentang.government.office.rules.numbers import BOOK_IN
from nentang.government.office.rules.terms import end_of
from nentang.kernel.clock import legal_day


def register(document: IncomingDocument, *, actor: Actor, at: datetime) -> None:
    """The next number in the year's book; due by the day by which the sender wants an answer, if any."""
    advance(document, "register", actor=actor, at=at)
    if document.answer_by:
        set_term(case=document.case, due_at=end_of(document.answer_by), actor=actor, at=at)
    tell_sender(document, "register", at)
    document.registered_at, document.year = at, legal_day(at).year
    document.book_number = SeriesCounter.take(
        organization_id=document.organization_id, series=BOOK_IN, year=document.year
    )
    document.save(update_fields=["registered_at", "year", "book_number"])


def tell_sender(document: IncomingDocument, step: str, at: datetime) -> None:
    """What brought the document hears what became of it."""
    if document.origin:
        event = IncomingAnswered(document.pk, document.origin, step)
        publish(event, at=at, key=document.code)
