"""What was sent and what came, for pages and for the office."""

from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from nentang.foundation.audit.public import OneOf
from nentang.government.document_exchange.enums import BusinessKind, DeliveryState, Priority
from nentang.government.document_exchange.errors import ConsignmentNotFound, ReceivedNotFound
from nentang.government.document_exchange.models import (
    Consignment,
    Delivery,
    ReceivedDocument,
    RefusedInput,
)
from nentang.government.document_exchange.rules.edxml.parser import parse
from nentang.government.document_exchange.rules.edxml.read import read_message
from nentang.government.document_exchange.rules.edxml.values import AxisDocument, InReplyTo, Signer
from nentang.kernel.frozen import Frozen

DEAD = (DeliveryState.FAILED, DeliveryState.REFUSED)


class ReceivedFileInfo(Frozen):
    """A file of a document that came."""

    file_id: int
    name: str
    description: str


class ReceivedInfo(Frozen):
    """A document that came, as its sender signed it."""

    id: int
    organization_id: int
    sender_code: str
    sender_name: str
    document_id: str
    kind: BusinessKind
    about_document_id: str
    reason: str
    number: str
    notation: str
    promulgated_on: date
    place: str
    type_name: str
    subject: str
    content: str
    signer: Signer
    priority: Priority
    due_on: date | None
    received_at: datetime
    status_code: str
    files: tuple[ReceivedFileInfo, ...]
    in_reply_to: tuple[InReplyTo, ...]


class DeliveryInfo(Frozen):
    """Where a consignment stands with one receiver."""

    receiver_code: str
    receiver_name: str
    state: str
    status_code: str
    delivered_at: datetime | None


class Counts(Frozen):
    """How many deliveries of a body stand where."""

    waiting: int
    delivered: int
    dead: int
    unregistered: int


def find_consignment(consignment_id: int) -> Consignment:
    """The consignment with its sender; ConsignmentNotFound."""
    found = Consignment.objects.filter(pk=consignment_id).select_related("sender").first()
    if found is None:
        raise ConsignmentNotFound
    return found


def find_received(received_id: int) -> ReceivedDocument:
    """What came, with both bodies; ReceivedNotFound."""
    found = ReceivedDocument.objects.filter(pk=received_id)
    document = found.select_related("sender", "receiver", "arrival__envelope").first()
    if document is None:
        raise ReceivedNotFound
    return document


def received_document(received_id: int) -> ReceivedInfo:
    """All that the document says, read from the message as it was signed; ReceivedNotFound."""
    row = find_received(received_id)
    said = read_message(parse(bytes(row.arrival.envelope.content)))
    if not isinstance(said, AxisDocument):
        raise ReceivedNotFound
    return ReceivedInfo(
        id=row.pk,
        organization_id=row.receiver.organization_id or 0,
        sender_code=row.sender.code,
        sender_name=row.sender.name,
        document_id=row.document_id,
        kind=BusinessKind(row.kind),
        about_document_id=row.about_document_id,
        reason=said.business.reason,
        number=said.number,
        notation=said.notation,
        promulgated_on=said.promulgated_on,
        place=said.place,
        type_name=said.type_name,
        subject=said.subject,
        content=said.content,
        signer=said.signer,
        priority=Priority(min(said.priority, Priority.FLASH)),
        due_on=said.due_on,
        received_at=row.received_at,
        status_code=row.status_code,
        files=tuple(
            ReceivedFileInfo(each.file_id, each.file.filename, each.description)
            for each in row.files.select_related("file").order_by("pk")
        ),
        in_reply_to=said.in_reply_to,
    )


def deliveries_of(consignment_id: int) -> tuple[DeliveryInfo, ...]:
    """Each receiver of a consignment and how it stands there."""
    found = Delivery.objects.filter(consignment=consignment_id).select_related("receiver")
    return tuple(
        DeliveryInfo(
            each.receiver.code, each.receiver.name, each.state, each.status_code, each.status_at
        )
        for each in found.order_by("pk")
    )


def sent_by(organization_id: int, *, before_id: int | None = None) -> QuerySet[Consignment]:
    """Documents that the body sent, newest first, each with its deliveries."""
    found = Consignment.objects.filter(sender__organization=organization_id, status_code="")
    if before_id:
        found = found.filter(pk__lt=before_id)
    return found.prefetch_related("deliveries__receiver").order_by("-pk")


def arrived_at(organization_id: int, *, before_id: int | None = None) -> QuerySet[ReceivedDocument]:
    """Documents that came for the body, newest first."""
    found = ReceivedDocument.objects.filter(receiver__organization=organization_id)
    if before_id:
        found = found.filter(pk__lt=before_id)
    return found.select_related("sender").order_by("-pk")


def dead_letters(
    organization_ids: tuple[int, ...], *, before_id: int | None = None
) -> QuerySet[Delivery]:
    """What receivers refused or a week did not bring there, newest first."""
    found = Delivery.objects.filter(
        OneOf("state", DEAD), consignment__sender__organization__in=organization_ids
    )
    if before_id:
        found = found.filter(pk__lt=before_id)
    return found.select_related("consignment", "receiver").order_by("-pk")


def refused_inputs() -> QuerySet[RefusedInput]:
    """What came and was not taken, latest first."""
    return RefusedInput.objects.select_related("sender").order_by("-last_at", "-pk")


def counts_of(organization_id: int) -> Counts:
    """The body's deliveries by where they stand, and documents nobody registered yet."""
    ours = Delivery.objects.filter(consignment__sender__organization=organization_id)
    counted = ours.aggregate(
        waiting=Count("pk", filter=Q(state=DeliveryState.WAITING)),
        delivered=Count("pk", filter=Q(state=DeliveryState.DELIVERED)),
        dead=Count("pk", filter=Q(state__in=DEAD)),
    )
    new = ReceivedDocument.objects.filter(
        receiver__organization=organization_id, registered_at=None, status_code="01"
    )
    return Counts(**counted, unregistered=new.count())
