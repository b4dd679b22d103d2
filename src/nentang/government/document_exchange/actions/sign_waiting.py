"""Sign what waits to be signed."""

from datetime import datetime

import msgspec
from django.db import transaction
from django.db.models import Prefetch

from nentang.agreements.actor import SYSTEM
from nentang.foundation.documents.public import open_file
from nentang.government.document_exchange.adapters.own_key import own_credential
from nentang.government.document_exchange.enums import BusinessKind
from nentang.government.document_exchange.models import (
    Consignment,
    ConsignmentFile,
    Delivery,
    Envelope,
)
from nentang.government.document_exchange.rules.edxml.signing import message_id, sign
from nentang.government.document_exchange.rules.edxml.values import (
    Attachment,
    AxisDocument,
    AxisStatus,
    Business,
    Party,
    Replacement,
    TraceStep,
)
from nentang.government.document_exchange.rules.edxml.write import (
    Unsigned,
    write_document,
    write_status,
)
from nentang.government.document_exchange.rules.outgoing import OutgoingDocument, code_as

from ._here import here

_RECEIVERS = Prefetch("deliveries", Delivery.objects.select_related("receiver"))
_FILES = Prefetch("files", ConsignmentFile.objects.select_related("file").order_by("pk"))
INSIDE = 256 * 1024  # bytes of all files that travel within the message where parts are taken too


def sign_waiting(*, at: datetime, limit: int = 200) -> int:
    """How many were signed. Two workers that sign the same make the same message; one of them is kept."""
    found = Consignment.objects.filter(envelope=None).select_related("sender").order_by("pk")
    waiting = list(found.prefetch_related(_RECEIVERS, _FILES)[:limit])
    if not waiting:
        return 0
    here(at)
    key = own_credential().signing
    contents = {each.pk: sign(_unsigned(each), key) for each in waiting}
    return _keep(waiting, contents)


@transaction.atomic
def _keep(waiting: list[Consignment], contents: dict[int, bytes]) -> int:
    """All at once; what somebody else signed meanwhile stays as it is."""
    names = {pk: message_id(content) for pk, content in contents.items()}
    Envelope.objects.bulk_create(
        (Envelope(message_id=names[pk], content=content) for pk, content in contents.items()),
        ignore_conflicts=True,
    )
    kept = Envelope.objects.filter(message_id__in=names.values())
    envelopes = dict(kept.values_list("message_id", "pk"))
    unsigned = Consignment.objects.select_for_update().filter(pk__in=contents, envelope=None)
    found = list(unsigned.only("pk"))
    for each in found:
        each.envelope_id, each.said = envelopes[names[each.pk]], b""
    return Consignment.objects.bulk_update(found, ["envelope", "said"])


def _unsigned(consignment: Consignment) -> Unsigned:
    if consignment.status_code:
        return write_status(msgspec.json.decode(consignment.said, type=AxisStatus))
    said = msgspec.json.decode(consignment.said, type=OutgoingDocument)
    return write_document(_document(consignment, said))


def _document(consignment: Consignment, said: OutgoingDocument) -> AxisDocument:
    deliveries = consignment.deliveries.all()
    receivers = sorted({each.receiver for each in deliveries}, key=lambda each: each.pk)
    sender = consignment.sender
    own_code = code_as("qcvn102", sender.code)
    codes = tuple(code_as(each.code_form, each.code) for each in receivers)
    return AxisDocument(
        sender=Party(own_code, sender.name),
        receivers=tuple(
            Party(code, each.name) for code, each in zip(codes, receivers, strict=True)
        ),
        document_id=consignment.document_id,
        number=said.number.strip(),
        notation=said.notation.strip(),
        promulgated_on=said.promulgated_on,
        place=said.place,
        type_name=said.type_name,
        subject=said.subject,
        content=said.content,
        signer=said.signer,
        due_on=said.due_on,
        priority=said.priority,
        in_reply_to=said.in_reply_to,
        to_places=said.to_places,
        trace=(TraceStep(own_code, consignment.created_at),),
        business=_business(said, codes),
        attachments=_attachments(consignment, takes_parts=all(r.takes_parts for r in receivers)),
    )


def _business(said: OutgoingDocument, receivers: tuple[str, ...]) -> Business:
    is_replaced = said.kind == BusinessKind.REPLACE
    return Business(
        kind=said.kind,
        reason=said.reason,
        goes_on_paper_too=said.goes_on_paper_too,
        about_document_id="" if is_replaced else said.about_document_id,
        replaces=(Replacement(said.about_document_id, receivers),) if is_replaced else (),
    )


def _attachments(consignment: Consignment, *, takes_parts: bool) -> tuple[Attachment, ...]:
    files = list(consignment.files.all())
    is_inside = not takes_parts or sum(each.file.size for each in files) <= INSIDE
    found: dict[str, Attachment] = {}  # the same content twice travels once
    for each in files:
        found.setdefault(each.file.sha256, _attachment(each, consignment.created_at, is_inside))
    return tuple(found.values())


def _attachment(attached: ConsignmentFile, at: datetime, is_inside: bool) -> Attachment:
    content = None
    if is_inside:
        with open_file(file_id=attached.file_id, actor=SYSTEM, at=at).content as file:
            content = file.read()
    return Attachment(
        sha256=attached.file.sha256,
        size=attached.file.size,
        media_type=attached.file.media_type,
        name=attached.file.filename,
        description=attached.description,
        content=content,
    )
