"""Note that a document went on paper only."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import record_fact
from nentang.foundation.organizations.public import organization
from nentang.government.document_exchange.indicators import DOCUMENT_SENT
from nentang.government.document_exchange.permissions import check_speaks_for


@transaction.atomic
def note_paper_document(*, organization_id: int, actor: Actor, at: datetime) -> None:
    """It counts against the share of documents that go electronically. NotYourBody."""
    check_speaks_for(actor, organization_id)
    record_fact(
        DOCUMENT_SENT,
        at=at,
        organization_id=organization_id,
        unit_code=organization(organization_id).unit_code,
        is_electronic=False,
        receivers=0,
    )
    record(
        actor=actor,
        action="document_exchange.note_paper_document",
        subject=f"organization:{organization_id}",
        organization_id=organization_id,
        at=at,
    )
