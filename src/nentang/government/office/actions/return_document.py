"""Return a document to its drafter."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance
from nentang.government.office.errors import ReasonMissing
from nentang.government.office.models import OutgoingDocument
from nentang.government.office.permissions import check_takes
from nentang.government.office.queries import outgoing_to_change

from ._document import hand_over


@transaction.atomic
def return_document(*, code: str, reason: str, actor: Actor, at: datetime) -> OutgoingDocument:
    """The document, being drafted again; initials and signature were for the text as it was.

    Raises ReasonMissing, NotYourStep, StepNotPossible, ChangedMeanwhile.
    """
    document = outgoing_to_change(code)
    check_takes(actor, document.case, "return")
    if not reason.strip():
        raise ReasonMissing
    advance(
        document,
        "return",
        actor=actor,
        at=at,
        note=reason,
        initialled_by=None,
        initialled_at=None,
        signed_at=None,
        signed_version=None,
        issue_by=None,
    )
    hand_over(document, document.drafter_id, at=at)
    return document
