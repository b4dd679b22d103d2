"""Keep a document for information: nothing is to be done."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance
from nentang.government.office.models import IncomingDocument
from nentang.government.office.permissions import check_takes
from nentang.government.office.queries import incoming_to_change

from ._register import tell_sender


@transaction.atomic
def keep_document(*, code: str, note: str = "", actor: Actor, at: datetime) -> IncomingDocument:
    """The document, closed. Raises NotYourStep, StepNotPossible, ChangedMeanwhile."""
    document = incoming_to_change(code)
    check_takes(actor, document.case, "keep")
    advance(document, "keep", actor=actor, at=at, note=note, result=note.strip())
    tell_sender(document, "keep", at)
    return document
