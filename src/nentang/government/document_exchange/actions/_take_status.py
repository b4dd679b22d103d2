"""What follows when a status came: it stands with the document, and the office hears of it."""

from datetime import datetime

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.outbox.public import publish
from nentang.government.document_exchange.enums import BusinessKind, DeliveryState, StatusCode
from nentang.government.document_exchange.errors import NothingThatWasSent
from nentang.government.document_exchange.events import DocumentReceived, StatusArrived
from nentang.government.document_exchange.models import (
    Arrival,
    Delivery,
    ReceivedDocument,
    StatusHeard,
)
from nentang.government.document_exchange.rules.edxml.values import AxisStatus
from nentang.government.document_exchange.rules.statuses import ANSWERS_TO_CHANGE


def take_status(*, arrival: Arrival, said: AxisStatus, at: datetime) -> None:
    """In the transaction of the arrival. NothingThatWasSent where the document never went that way."""
    subject = (
        _note_asked_back(arrival, said, at)
        if said.code == StatusCode.TAKE_BACK
        else _note_heard(arrival, said, at)
    )
    record(
        actor=SYSTEM,
        action="document_exchange.take_status",
        subject=subject,
        organization_id=arrival.receiver.organization_id,
        at=at,
        details={"from": arrival.sender.code, "status": said.code},
    )


def _note_heard(arrival: Arrival, said: AxisStatus, at: datetime) -> str:
    delivery = _delivery_meant(arrival, said)
    StatusHeard.objects.create(
        delivery=delivery,
        code=said.code,
        description=said.description,
        said_at=said.at,
        heard_at=at,
    )
    if delivery.status_at is None or delivery.status_at <= said.at:
        delivery.status_code, delivery.status_at = said.code, said.at
        if said.code == StatusCode.REFUSED:
            delivery.state = DeliveryState.REFUSED
        delivery.save(update_fields=["status_code", "status_at", "state"])
    event = StatusArrived(delivery.consignment_id, arrival.sender.code, said.code)
    publish(event, at=at, key=f"consignment:{delivery.consignment_id}")
    return f"consignment:{delivery.consignment_id}"


def _delivery_meant(arrival: Arrival, said: AxisStatus) -> Delivery:
    """Of several under one identifier, an answer to a change means the latest, everything else the first."""
    sent = Delivery.objects.select_for_update(of=("self",)).filter(
        consignment__sender=arrival.receiver,
        consignment__document_id=said.about.document_id,
        consignment__status_code="",
        receiver=arrival.sender,
    )
    order = "-pk" if said.code in ANSWERS_TO_CHANGE else "pk"
    delivery = sent.order_by(order).first()
    if delivery is None:
        raise NothingThatWasSent(document=said.about.document_id)
    return delivery


def _note_asked_back(arrival: Arrival, said: AxisStatus, at: datetime) -> str:
    came = ReceivedDocument.objects.select_for_update().filter(
        receiver=arrival.receiver, sender=arrival.sender, document_id=said.about.document_id
    )
    document = came.order_by("pk").first()
    if document is None:
        raise NothingThatWasSent(document=said.about.document_id)
    if document.taken_back_at is None:
        document.taken_back_at = at
        document.save(update_fields=["taken_back_at"])
        event = DocumentReceived(
            document.pk, arrival.receiver.organization_id or 0, int(BusinessKind.RECALL)
        )
        publish(event, at=at, key=f"axis_document:{document.pk}")
    return f"axis_document:{document.pk}"
