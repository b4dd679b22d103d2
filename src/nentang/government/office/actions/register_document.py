"""Register a document that came over the network."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.office.models import IncomingDocument
from nentang.government.office.permissions import check_takes
from nentang.government.office.queries import incoming_to_change

from ._register import register


@transaction.atomic
def register_document(*, code: str, actor: Actor, at: datetime) -> IncomingDocument:
    """The document with its number in the year's book. Raises NotYourStep, StepNotPossible, ChangedMeanwhile."""
    document = incoming_to_change(code)
    check_takes(actor, document.case, "register")
    register(document, actor=actor, at=at)
    return document
