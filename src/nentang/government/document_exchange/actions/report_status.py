"""Tell the sender where its document stands here."""

from datetime import datetime

import msgspec
from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import record_fact
from nentang.foundation.organizations.public import organization
from nentang.government.document_exchange.enums import StatusCode
from nentang.government.document_exchange.errors import ReceivedNotFound, StatusNotPossible
from nentang.government.document_exchange.indicators import DOCUMENT_REGISTERED
from nentang.government.document_exchange.models import Consignment, ReceivedDocument
from nentang.government.document_exchange.permissions import check_speaks_for
from nentang.government.document_exchange.rules.edxml.values import (
    AxisStatus,
    InReplyTo,
    Party,
    Staff,
)
from nentang.government.document_exchange.rules.outgoing import code_as
from nentang.government.document_exchange.rules.statuses import ANSWERS_TO_CHANGE, may_follow

from .send_document import begin_deliveries


def report_status(
    *,
    received_id: int,
    status: StatusCode,
    actor: Actor,
    at: datetime,
    note: str = "",
    staff: str = "",
) -> Consignment:
    """The status as a consignment to the sender; the same again is the same one.

    ReceivedNotFound, NotYourBody, StatusNotPossible.
    """
    with transaction.atomic():
        document = _to_change(received_id)
        check_speaks_for(actor, document.receiver.organization_id)
        if known := _known(document, status):
            return known
        _move(document, status, at)
        said = AxisStatus(
            sender=Party(code_as("qcvn102", document.receiver.code), document.receiver.name),
            about=InReplyTo(
                code_as(document.sender.code_form, document.sender.code), document.document_id
            ),
            code=status,
            description=note.strip()[:4000],
            at=at,
            staff=Staff(name=staff.strip()[:300]),
        )
        consignment = keep_status(document, said, key=_key(document, status, at), at=at)
        record(
            actor=actor,
            action="document_exchange.report_status",
            subject=f"axis_document:{document.pk}",
            organization_id=document.receiver.organization_id,
            at=at,
            details={"status": status},
        )
    return consignment


def keep_status(
    document: ReceivedDocument, said: AxisStatus, *, key: str, at: datetime
) -> Consignment:
    """The status on its way back to the sender of the document. Called within an action."""
    consignment = Consignment.objects.create(
        sender=document.receiver,
        document_id=document.document_id,
        status_code=said.code,
        said=msgspec.json.encode(said),
        created_at=at,
        idempotency_key=key,
    )
    begin_deliveries(consignment, [document.sender], at)
    return consignment


def _to_change(received_id: int) -> ReceivedDocument:
    found = ReceivedDocument.objects.select_for_update(of=("self",)).filter(pk=received_id)
    document = found.select_related("receiver", "sender").first()
    if document is None:
        raise ReceivedNotFound
    return document


def _key(document: ReceivedDocument, status: StatusCode, at: datetime) -> str:
    """A document may be assigned and worked on several times."""
    return f"status:{document.pk}:{status}:{at.timestamp():.6f}"


def _known(document: ReceivedDocument, status: StatusCode) -> Consignment | None:
    """The last one of that status, where it is what we told last."""
    if status not in (document.status_code, document.change_answer):
        return None
    told = Consignment.objects.filter(
        sender=document.receiver, idempotency_key__startswith=f"status:{document.pk}:{status}:"
    )
    return told.order_by("-pk").first()


def _move(document: ReceivedDocument, status: StatusCode, at: datetime) -> None:
    if status in ANSWERS_TO_CHANGE:
        _answer_change(document, status)
        return
    if not may_follow(document.status_code, status):
        raise StatusNotPossible
    document.status_code = status
    if status == StatusCode.REGISTERED:
        document.registered_at = at
        _note_registered(document, at)
    document.save(update_fields=["status_code", "registered_at"])


def _answer_change(document: ReceivedDocument, status: StatusCode) -> None:
    """Once, and only where a change was asked: by a recall, an update, a replacement or a taking back."""
    is_asked = document.kind != 0 or document.taken_back_at is not None
    if document.change_answer or not is_asked:
        raise StatusNotPossible
    document.change_answer = status
    document.save(update_fields=["change_answer"])


def _note_registered(document: ReceivedDocument, at: datetime) -> None:
    organization_id = document.receiver.organization_id
    if organization_id is None:
        return
    record_fact(
        DOCUMENT_REGISTERED,
        at=at,
        organization_id=organization_id,
        unit_code=organization(organization_id).unit_code,
        minutes=max(0, int((at - document.received_at).total_seconds() // 60)),
    )
