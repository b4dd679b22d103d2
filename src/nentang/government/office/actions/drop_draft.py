"""Drop a draft that is not needed."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance
from nentang.government.office.models import OutgoingDocument
from nentang.government.office.permissions import check_is_drafter
from nentang.government.office.queries import outgoing_to_change


@transaction.atomic
def drop_draft(*, code: str, actor: Actor, at: datetime) -> OutgoingDocument:
    """The document, dropped; it never had a number. Raises NotYourDraft, StepNotPossible, ChangedMeanwhile."""
    document = outgoing_to_change(code)
    check_is_drafter(actor, document)
    advance(document, "drop", actor=actor, at=at)
    return document
