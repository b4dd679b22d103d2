"""What follows when a document came: it is kept with its files, and the office hears of it."""

import io
from contextlib import closing
from datetime import datetime

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.documents.public import FileTypeRefused, store_file
from nentang.foundation.facts.public import record_fact
from nentang.foundation.organizations.public import organization
from nentang.foundation.outbox.public import publish
from nentang.government.document_exchange.adapters import incoming
from nentang.government.document_exchange.enums import BusinessKind, Priority
from nentang.government.document_exchange.errors import (
    AttachmentsMissing,
    AttachmentWrong,
    KindNotTaken,
    NothingThatWasSent,
)
from nentang.government.document_exchange.events import DocumentReceived
from nentang.government.document_exchange.indicators import DOCUMENT_RECEIVED
from nentang.government.document_exchange.models import (
    Arrival,
    ReceivedDocument,
    ReceivedFile,
    Upload,
)
from nentang.government.document_exchange.rules.edxml.values import Attachment, AxisDocument


def take_document(*, arrival: Arrival, said: AxisDocument, at: datetime) -> None:
    """In the transaction of the arrival. KindNotTaken, NothingThatWasSent, AttachmentsMissing, AttachmentWrong."""
    _check_is_taken(arrival, said)
    uploads = _uploads(arrival, said)
    document = ReceivedDocument.objects.create(
        arrival=arrival,
        receiver=arrival.receiver,
        sender=arrival.sender,
        document_id=said.document_id,
        kind=said.business.kind,
        about_document_id=_about(said),
        type_name=said.type_name,
        subject=said.subject,
        priority=min(said.priority, Priority.FLASH),
        received_at=at,
    )
    for each in said.attachments:
        _store(document, each, uploads, at)
    organization_id = arrival.receiver.organization_id or 0
    record(
        actor=SYSTEM,
        action="document_exchange.take_document",
        subject=f"axis_document:{document.pk}",
        organization_id=organization_id,
        at=at,
        details={"from": arrival.sender.code, "kind": said.business.kind},
    )
    record_fact(
        DOCUMENT_RECEIVED,
        at=at,
        organization_id=organization_id,
        unit_code=organization(organization_id).unit_code,
        kind=int(said.business.kind),
    )
    event = DocumentReceived(document.pk, organization_id, int(said.business.kind))
    publish(event, at=at, key=f"axis_document:{document.pk}")


def _about(said: AxisDocument) -> str:
    replaced = said.business.replaces
    return said.business.about_document_id or (replaced[0].document_id if replaced else "")


def _check_is_taken(arrival: Arrival, said: AxisDocument) -> None:
    kinds = arrival.receiver.kinds
    if kinds and said.business.kind not in kinds:
        raise KindNotTaken
    if said.business.kind == BusinessKind.NEW:
        return
    known = ReceivedDocument.objects.filter(
        receiver=arrival.receiver, sender=arrival.sender, document_id=_about(said)
    )
    if not known.exists():
        raise NothingThatWasSent(document=_about(said))


def _uploads(arrival: Arrival, said: AxisDocument) -> dict[str, Upload]:
    """The files that came ahead; AttachmentsMissing where some are not whole yet."""
    ahead = {each.sha256: each for each in said.attachments if each.content is None}
    if not ahead:
        return {}
    found = Upload.objects.filter(
        installation=arrival.sender.installation_id,
        sha256__in=ahead,
        finished_at__isnull=False,
    )
    uploads = {each.sha256: each for each in found if each.size == ahead[each.sha256].size}
    if len(uploads) < len(ahead):
        raise AttachmentsMissing(count=len(ahead) - len(uploads))
    return uploads


def _store(
    document: ReceivedDocument, said: Attachment, uploads: dict[str, Upload], at: datetime
) -> None:
    source = (
        io.BytesIO(said.content)
        if said.content is not None
        else incoming.read(uploads[said.sha256].pk)
    )
    with closing(source):
        try:
            file = store_file(
                content=source,
                filename=said.name,
                actor=SYSTEM,
                at=at,
                organization_id=document.receiver.organization_id,
                subject=f"axis_document:{document.pk}",
                is_carried=True,
            )
        except FileTypeRefused as fault:
            raise AttachmentWrong(name=said.name) from fault
    ReceivedFile.objects.create(document=document, file=file, description=said.description)
