"""Tell a sender on the axis where its document stands here."""

from datetime import datetime

from nentang.agreements.actor import SYSTEM
from nentang.government.document_exchange.public import (
    StatusCode,
    StatusNotPossible,
    report_status,
)

STATUSES = {
    "register": StatusCode.REGISTERED,
    "refuse": StatusCode.REFUSED,
    "direct": StatusCode.ASSIGNED,
    "finish": StatusCode.COMPLETED,
}


def report_to_axis(*, received_id: int, step: str, note: str, at: datetime) -> bool:
    """Whether the sender is told now: of steps that the axis has a status for, and in its order."""
    if step not in STATUSES:
        return False
    try:
        report_status(
            received_id=received_id, status=STATUSES[step], note=note, actor=SYSTEM, at=at
        )
    except StatusNotPossible:
        return False
    return True
