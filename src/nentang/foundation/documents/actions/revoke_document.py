"""Take a document out of force."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.documents.enums import DocumentState
from nentang.foundation.documents.errors import DocumentNotFound, DocumentNotInForce, ReasonMissing
from nentang.foundation.documents.events import DOCUMENT_REVOKED, DocumentRevoked
from nentang.foundation.documents.models import IssuedDocument
from nentang.foundation.documents.permissions import check_can_revoke
from nentang.foundation.facts.public import record_fact
from nentang.foundation.organizations.public import organization
from nentang.foundation.outbox.public import publish


@transaction.atomic
def revoke_document(*, document_id: int, reason: str, actor: Actor, at: datetime) -> IssuedDocument:
    """The document, revoked; publishes DocumentRevoked. The reason is for the holder, not the public.

    DocumentNotFound for who may not; ReasonMissing; DocumentNotInForce unless it is signed.
    """
    document = IssuedDocument.objects.select_for_update().filter(pk=document_id).first()
    if document is None:
        raise DocumentNotFound
    check_can_revoke(actor, document)
    if not reason.strip():
        raise ReasonMissing
    if document.state != DocumentState.SIGNED:
        raise DocumentNotInForce(state=document.get_state_display())
    document.state = DocumentState.REVOKED
    document.revoked_at = at
    document.revoked_reason = reason.strip()[:300]
    document.save(update_fields=["state", "revoked_at", "revoked_reason"])
    _tell(document, actor, at)
    return document


def _tell(document: IssuedDocument, actor: Actor, at: datetime) -> None:
    record(
        actor=actor,
        action="documents.revoke_document",
        subject=f"document:{document.pk}",
        organization_id=document.organization_id,
        person_id=document.person_id,
        at=at,
        details={"kind": document.kind},
    )
    record_fact(
        DOCUMENT_REVOKED,
        at=at,
        organization_id=document.organization_id,
        unit_code=organization(document.organization_id).unit_code,
        document_kind=document.kind,
    )
    event = DocumentRevoked(document_id=document.pk, subject=document.subject, kind=document.kind)
    publish(event, at=at, key=f"document:{document.pk}")
