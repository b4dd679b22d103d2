"""Take in what came by the axis."""

from datetime import datetime

from nentang.agreements.actor import SYSTEM
from nentang.foundation.organizations.public import OrganizationNotFound, organization_by_code
from nentang.government.document_exchange.public import (
    BusinessKind,
    Priority,
    ReceivedInfo,
    received_document,
)
from nentang.government.office.enums import Channel, Urgency
from nentang.government.office.models import IncomingDocument
from nentang.government.office.rules.draft import MOST_FILES, Arrival
from nentang.kernel.clock import legal_day

from .take_in_document import take_in_document

URGENCIES = {
    Priority.ORDINARY: Urgency.NORMAL,
    Priority.URGENT: Urgency.URGENT,
    Priority.VERY_URGENT: Urgency.VERY_URGENT,
    Priority.FLASH: Urgency.EXPRESS,
}
ASKED = {
    BusinessKind.RECALL: "Đề nghị thu hồi",
    BusinessKind.UPDATE: "Đề nghị cập nhật",
    BusinessKind.REPLACE: "Đề nghị thay thế",
}


def take_from_axis(*, received_id: int, at: datetime) -> IncomingDocument:
    """The document, waiting to be registered; the same one however often this is called."""
    said = received_document(received_id)
    return take_in_document(
        organization_id=said.organization_id,
        arrival=Arrival(
            sender_name=said.sender_name,
            sender_id=_body_of(said.sender_code, at),
            summary=_summary(said),
            type_name=said.type_name,
            number=f"{said.number}/{said.notation}",
            issued_on=said.promulgated_on,
            urgency=URGENCIES[said.priority],
            answer_by=said.due_on,
            file_ids=tuple(each.file_id for each in said.files[:MOST_FILES]),
        ),
        channel=Channel.AXIS,
        origin=f"axis:{received_id}",
        actor=SYSTEM,
        at=at,
    )


def _summary(said: ReceivedInfo) -> str:
    asked = ASKED.get(said.kind)
    words = said.subject or said.type_name
    return f"{asked} ({said.reason}): {words}" if asked else words


def _body_of(code: str, at: datetime) -> int | None:
    """The sender where it is a body of this installation."""
    try:
        return organization_by_code(code, legal_day(at)).id
    except OrganizationNotFound:
        return None
