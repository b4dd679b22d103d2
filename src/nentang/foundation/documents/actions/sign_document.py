"""Print a document and sign it with its organisation's key."""

import io
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.documents.adapters.press import (
    SignedPaper,
    letterhead_of,
    sheet_of,
    signed_paper,
)
from nentang.foundation.documents.enums import DocumentState
from nentang.foundation.documents.errors import DocumentNotFound
from nentang.foundation.documents.events import DOCUMENT_SIGNED, DocumentSigned
from nentang.foundation.documents.models import IssuedDocument
from nentang.foundation.facts.public import record_fact
from nentang.foundation.outbox.public import publish
from nentang.kernel.clock import legal_day

from .store_file import store_file


@transaction.atomic
def sign_document(
    *, document_id: int, at: datetime, paper: SignedPaper | None = None
) -> IssuedDocument:
    """The document, signed now or before; publishes DocumentSigned once. DocumentNotFound.

    Called by the worker for every DocumentIssued (Decree 130/2018/NĐ-CP, Article 8: an organisation's
    digital signature takes the place of its seal). `paper` is what was made of it elsewhere.
    """
    document = IssuedDocument.objects.select_for_update().filter(pk=document_id).first()
    if document is None:
        raise DocumentNotFound
    if document.state != DocumentState.SIGNING:
        return document
    paper = paper or _paper_of(document, at)
    _keep(document, paper.pdf, at)
    _tell(document, paper.unit_code, at)
    return document


def _paper_of(document: IssuedDocument, at: datetime) -> SignedPaper:
    head = letterhead_of(document.organization_id, legal_day(document.issued_at))
    return signed_paper(sheet_of(document, head, at=at))


def _keep(document: IssuedDocument, pdf: bytes, at: datetime) -> None:
    document.file = store_file(
        content=io.BytesIO(pdf),
        filename=f"{document.title}.pdf",
        actor=SYSTEM,
        at=at,
        owner_person_id=document.person_id,
        organization_id=document.organization_id,
        subject=document.subject,
    )
    document.state = DocumentState.SIGNED
    document.signed_at = at
    document.data = {}
    document.save(update_fields=["file", "state", "signed_at", "data"])


def _tell(document: IssuedDocument, unit_code: str, at: datetime) -> None:
    record(
        actor=SYSTEM,
        action="documents.sign_document",
        subject=f"document:{document.pk}",
        organization_id=document.organization_id,
        person_id=document.person_id,
        at=at,
        details={"kind": document.kind},
    )
    record_fact(
        DOCUMENT_SIGNED,
        at=at,
        organization_id=document.organization_id,
        unit_code=unit_code,
        document_kind=document.kind,
        seconds=int((at - document.issued_at).total_seconds()),
    )
    event = DocumentSigned(document_id=document.pk, subject=document.subject, kind=document.kind)
    publish(event, at=at, key=f"document:{document.pk}")
