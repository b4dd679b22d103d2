"""Submit a draft to be looked at by a second pair of eyes."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance
from nentang.government.office.errors import TextMissing
from nentang.government.office.models import OutgoingDocument
from nentang.government.office.permissions import check_is_drafter
from nentang.government.office.queries import current_text, outgoing_to_change

from ._document import hand_over


@transaction.atomic
def submit_draft(*, code: str, actor: Actor, at: datetime) -> OutgoingDocument:
    """The document, waiting for initials. Raises NotYourDraft, TextMissing, StepNotPossible, ChangedMeanwhile."""
    document = outgoing_to_change(code)
    check_is_drafter(actor, document)
    if not current_text(document).strip():
        raise TextMissing
    advance(document, "submit", actor=actor, at=at)
    hand_over(document, None, at=at)
    return document
