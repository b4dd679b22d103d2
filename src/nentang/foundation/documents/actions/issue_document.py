"""Issue a document: written down now, signed by the worker."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.documents.events import DocumentIssued
from nentang.foundation.documents.models import IssuedDocument
from nentang.foundation.documents.registry import template_path
from nentang.foundation.documents.rules.codes import make_code
from nentang.foundation.outbox.public import publish


@transaction.atomic
def issue_document(
    *,
    kind: str,
    title: str,
    template: str,
    data: Mapping[str, Any],
    organization_id: int,
    subject: str,
    person_id: int | None,
    actor: Actor,
    at: datetime,
    number: str = "",
    signer_name: str = "",
    signer_account_id: int | None = None,
) -> IssuedDocument:
    """The document in state `signing`, with its verification code; publishes DocumentIssued.

    The calling action has checked that the actor may issue it. `data` is what the template prints;
    it is forgotten once the document is signed. `number` is the paper's number in its register.
    The account, where one is named, signs in person before the organisation does: somebody who decided so.
    """
    template_path(template)
    document = IssuedDocument.objects.create(
        kind=kind,
        title=title,
        number=number,
        template=template,
        data=dict(data),
        subject=subject,
        organization_id=organization_id,
        person_id=person_id,
        code=make_code(secrets.choice),
        signer_name=signer_name or (actor.name if actor.is_officer else ""),
        signer_account_id=signer_account_id,
        issued_at=at,
    )
    _tell(document, actor, at)
    return document


def _tell(document: IssuedDocument, actor: Actor, at: datetime) -> None:
    subject = f"document:{document.pk}"
    record(
        actor=actor,
        action="documents.issue_document",
        subject=subject,
        organization_id=document.organization_id,
        person_id=document.person_id,
        at=at,
        details={"kind": document.kind},
    )
    publish(DocumentIssued(document_id=document.pk), at=at, key=subject)
