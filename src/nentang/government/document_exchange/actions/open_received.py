"""Open a document that came, to read it."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.document_exchange.errors import ReceivedNotFound
from nentang.government.document_exchange.permissions import speaks_for
from nentang.government.document_exchange.queries import ReceivedInfo, received_document


@transaction.atomic
def open_received(*, received_id: int, actor: Actor, at: datetime) -> ReceivedInfo:
    """All that it says. ReceivedNotFound for everybody who does not work in the body that received it."""
    document = received_document(received_id)
    if not speaks_for(actor, document.organization_id):
        raise ReceivedNotFound
    record(
        actor=actor,
        action="document_exchange.open_received",
        subject=f"axis_document:{document.id}",
        organization_id=document.organization_id,
        at=at,
    )
    return document
