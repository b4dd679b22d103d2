"""Return a document to its sender: it went to the wrong body, or lacks something."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance
from nentang.government.office.errors import ReasonMissing
from nentang.government.office.models import IncomingDocument
from nentang.government.office.permissions import check_takes
from nentang.government.office.queries import incoming_to_change

from ._register import tell_sender


@transaction.atomic
def refuse_document(*, code: str, reason: str, actor: Actor, at: datetime) -> IncomingDocument:
    """The document, returned without a number. Raises ReasonMissing, NotYourStep, StepNotPossible, ChangedMeanwhile."""
    document = incoming_to_change(code)
    check_takes(actor, document.case, "refuse")
    if not reason.strip():
        raise ReasonMissing
    advance(document, "refuse", actor=actor, at=at, note=reason, result=reason.strip())
    tell_sender(document, "refuse", at)
    return document
