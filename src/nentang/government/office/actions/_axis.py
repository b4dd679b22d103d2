"""A document on the axis: what goes out, in the words of the axis."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.organizations.public import organization, unit_as_of
from nentang.government.document_exchange.public import (
    Attached,
    Priority,
    Signer,
    participant_of,
    reached_at,
    send_document,
)
from nentang.government.document_exchange.public import OutgoingDocument as AxisDocument
from nentang.government.office.enums import Delivery, Urgency
from nentang.government.office.models import OutgoingDocument, Recipient
from nentang.government.office.rules.types import type_named
from nentang.kernel.clock import legal_day

from ._document import write_down

PRIORITIES = {
    Urgency.NORMAL: Priority.ORDINARY,
    Urgency.URGENT: Priority.URGENT,
    Urgency.VERY_URGENT: Priority.VERY_URGENT,
    Urgency.EXPRESS: Priority.FLASH,
}


@transaction.atomic
def give_to_axis(document: OutgoingDocument, *, at: datetime) -> int:
    """To how many bodies the axis takes it now; none where the sender has not joined."""
    if participant_of(document.organization_id) is None:
        return 0
    waiting = document.recipients.select_for_update().filter(
        delivery=Delivery.WAITING, organization__isnull=False
    )
    known = {
        recipient: participant.code
        for recipient in waiting.order_by("id")
        if (participant := reached_at(recipient.organization_id or 0))
    }
    if not known:
        return 0
    consignment = send_document(
        document=_in_words_of_axis(document, tuple(known.values())),
        idempotency_key=f"office:{document.pk}",
        actor=SYSTEM,
        at=at,
    )
    for recipient in known:
        _mark(recipient, consignment.pk, at)
    write_down("send_outgoing", document, actor=SYSTEM, at=at)
    return len(known)


def _mark(recipient: Recipient, consignment_id: int, at: datetime) -> None:
    recipient.carried_by = f"axis:{consignment_id}"
    recipient.delivery, recipient.delivered_at = Delivery.SENT, at
    recipient.save(update_fields=["delivery", "delivered_at", "carried_by"])


def _in_words_of_axis(document: OutgoingDocument, receivers: tuple[str, ...]) -> AxisDocument:
    """The document as the axis takes it: the signed paper first, then its annexes."""
    day = legal_day(document.issued_at or document.case.opened_at)
    number, _, notation = document.number.partition("/")
    paper = [document.paper.file_id] if document.paper and document.paper.file_id else []
    annexes = document.files.order_by("id").values_list("file_id", flat=True)
    return AxisDocument(
        organization_id=document.organization_id,
        number=number,
        notation=notation,
        promulgated_on=day,
        place=_place(document, day),
        type_name=type_named(document.type_code, day).name_vi,
        subject=document.summary,
        signer=Signer(
            competence=document.authority,
            position=document.position,
            full_name=document.signer.display_name,
        ),
        receivers=receivers,
        attachments=tuple(Attached(file_id) for file_id in (*paper, *annexes)),
        priority=PRIORITIES[Urgency(document.urgency)],
    )


def _place(document: OutgoingDocument, day: date) -> str:
    """Where it was issued; a ministry's unit is not said and its seat is the capital."""
    unit_code = organization(document.organization_id).unit_code
    return unit_as_of(unit_code, day).name if unit_code else "Hà Nội"
