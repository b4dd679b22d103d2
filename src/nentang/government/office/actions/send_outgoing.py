"""Send a signed document to the bodies among its recipients."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.documents.public import DocumentState
from nentang.government.office.enums import Channel, Delivery
from nentang.government.office.models import OutgoingDocument, Recipient
from nentang.government.office.rules.draft import Arrival
from nentang.government.office.rules.types import type_named
from nentang.kernel.clock import legal_day

from ._axis import give_to_axis
from ._document import write_down
from .take_in_document import take_in_document


def send_outgoing(*, document_id: int, at: datetime) -> int:
    """How many bodies got it now; each once, however often this is called.

    What stands in the directory of the axis gets it by the axis, all in one consignment; other bodies
    of this installation find it in their book. A document that is not signed yet goes to nobody.
    """
    document = OutgoingDocument.objects.select_related("paper", "organization").get(pk=document_id)
    if document.paper is None or document.paper.state != DocumentState.SIGNED:
        return 0
    by_axis = give_to_axis(document, at=at)
    waiting = document.recipients.filter(delivery=Delivery.WAITING).order_by("id")
    return by_axis + sum(_send(document, recipient.pk, at) for recipient in waiting)


@transaction.atomic
def _send(document: OutgoingDocument, recipient_id: int, at: datetime) -> int:
    recipient = Recipient.objects.select_for_update().get(pk=recipient_id)
    if recipient.delivery != Delivery.WAITING or recipient.organization_id is None:
        return 0
    recipient.carried_by = f"office:{recipient.pk}"
    take_in_document(
        organization_id=recipient.organization_id,
        arrival=_arrival(document),
        channel=Channel.AXIS,
        origin=recipient.carried_by,
        actor=SYSTEM,
        at=at,
    )
    recipient.delivery, recipient.delivered_at = Delivery.SENT, at
    recipient.save(update_fields=["delivery", "delivered_at", "carried_by"])
    write_down("send_outgoing", document, actor=SYSTEM, at=at)
    return 1


def _arrival(document: OutgoingDocument) -> Arrival:
    """What the receiving body sees of it: the signed paper first, then its annexes."""
    day = legal_day(document.issued_at or document.case.opened_at)
    paper = [document.paper.file_id] if document.paper and document.paper.file_id else []
    annexes = document.files.order_by("id").values_list("file_id", flat=True)
    return Arrival(
        sender_name=document.organization.name,
        sender_id=document.organization_id,
        summary=document.summary,
        type_name=type_named(document.type_code, day).name_vi,
        number=document.number,
        issued_on=day,
        urgency=document.urgency,
        file_ids=(*paper, *annexes),
    )
