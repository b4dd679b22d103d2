"""Initial a document (ký nháy): somebody other than its drafter has checked it."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance
from nentang.government.office.models import OutgoingDocument
from nentang.government.office.permissions import check_may_initial
from nentang.government.office.queries import outgoing_to_change

from ._document import hand_over


@transaction.atomic
def initial_document(
    *, code: str, remark: str = "", actor: Actor, at: datetime
) -> OutgoingDocument:
    """The document, waiting for its signer. Raises NotYourStep, OwnDraft, StepNotPossible, ChangedMeanwhile."""
    document = outgoing_to_change(code)
    check_may_initial(actor, document)
    advance(
        document,
        "initial",
        actor=actor,
        at=at,
        note=remark,
        initialled_by_id=actor.account_id,
        initialled_at=at,
    )
    hand_over(document, document.signer_id, at=at)
    return document
