"""Give a document to be sent."""

from datetime import datetime

import msgspec
from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.documents.public import StoredFile, check_can_open
from nentang.foundation.facts.public import record_fact
from nentang.foundation.organizations.public import organization
from nentang.government.document_exchange.enums import BusinessKind
from nentang.government.document_exchange.errors import (
    ConsignmentNotFound,
    DocumentIdTaken,
    KeyUsedForAnother,
    NothingToChange,
    SenderNotJoined,
)
from nentang.government.document_exchange.indicators import DOCUMENT_SENT
from nentang.government.document_exchange.models import (
    Consignment,
    ConsignmentFile,
    Delivery,
    Participant,
)
from nentang.government.document_exchange.permissions import check_speaks_for
from nentang.government.document_exchange.queries import participant_of, receivers_named
from nentang.government.document_exchange.rules.outgoing import (
    OutgoingDocument,
    check_may_go,
    code_as,
    document_id_of,
)

LONGEST_KEY = 120


def send_document(
    *, document: OutgoingDocument, idempotency_key: str, actor: Actor, at: datetime
) -> Consignment:
    """The consignment, to be signed and sent by the worker; with the same key again, the same one.

    DocumentMayNotTravel, NotYourBody, SenderNotJoined, ReceiverUnknown, NothingToChange, DocumentIdTaken,
    KeyUsedForAnother, FileNotFound, and what `check_may_go` refuses.
    """
    check_speaks_for(actor, document.organization_id)
    check_may_go(document)
    sender = participant_of(document.organization_id)
    if sender is None:
        raise SenderNotJoined
    key = idempotency_key[:LONGEST_KEY]
    if known := _known(sender, key, document):
        return known
    receivers = receivers_named(document.receivers, document.kind)
    _check_changes_something(sender, document)
    try:
        with transaction.atomic():
            return _keep(sender, receivers, document, key, actor, at)
    except IntegrityError as fault:
        if known := _known(sender, key, document):
            return known
        raise DocumentIdTaken from fault


def _known(sender: Participant, key: str, document: OutgoingDocument) -> Consignment | None:
    known = Consignment.objects.filter(sender=sender, idempotency_key=key).first()
    if known is None:
        return None
    is_same = (known.document_id, known.kind) == (_identifier(sender, document), document.kind)
    if not is_same:
        raise KeyUsedForAnother
    return known


def _identifier(sender: Participant, document: OutgoingDocument) -> str:
    return document_id_of(code_as("qcvn102", sender.code), document)


def _check_changes_something(sender: Participant, document: OutgoingDocument) -> None:
    if document.kind == BusinessKind.NEW:
        return
    sent = Consignment.objects.filter(
        sender=sender, document_id=document.about_document_id, status_code=""
    )
    if not sent.exists():
        raise NothingToChange


def _keep(
    sender: Participant,
    receivers: list[Participant],
    document: OutgoingDocument,
    key: str,
    actor: Actor,
    at: datetime,
) -> Consignment:
    consignment = Consignment.objects.create(
        sender=sender,
        document_id=_identifier(sender, document),
        kind=document.kind,
        about_document_id=document.about_document_id,
        type_name=document.type_name,
        subject=document.subject,
        priority=document.priority,
        said=msgspec.json.encode(document),
        created_at=at,
        idempotency_key=key,
    )
    _attach(consignment, document, actor)
    begin_deliveries(consignment, receivers, at)
    record(
        actor=actor,
        action="document_exchange.send_document",
        subject=f"consignment:{consignment.pk}",
        organization_id=document.organization_id,
        at=at,
        details={"receivers": len(receivers), "kind": int(document.kind)},
    )
    if document.kind == BusinessKind.NEW:
        record_fact(
            DOCUMENT_SENT,
            at=at,
            organization_id=document.organization_id,
            unit_code=organization(document.organization_id).unit_code,
            is_electronic=not document.goes_on_paper_too,
            receivers=len(receivers),
        )
    return consignment


def _attach(consignment: Consignment, document: OutgoingDocument, actor: Actor) -> None:
    """Files that the sender may open: nobody else's leave with a document."""
    ids = {each.file_id for each in document.attachments}
    files = list(StoredFile.objects.filter(pk__in=ids))
    if len(files) != len(ids):
        raise ConsignmentNotFound
    for file in files:
        check_can_open(actor, file)
    ConsignmentFile.objects.bulk_create(
        ConsignmentFile(
            consignment=consignment, file_id=each.file_id, description=each.description[:300]
        )
        for each in document.attachments
    )


def begin_deliveries(consignment: Consignment, receivers: list[Participant], at: datetime) -> None:
    """A delivery for each receiver, due at once. Called within an action."""
    Delivery.objects.bulk_create(
        Delivery(consignment=consignment, receiver=each, begun_at=at, next_try_at=at)
        for each in receivers
    )
