"""Print what whoever complained at the counter signs and takes home."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record_look
from nentang.government.complaints.models import Complaint
from nentang.government.complaints.permissions import check_prints_receipt
from nentang.government.complaints.queries import find_complaint


def print_receipt(*, code: str, actor: Actor, at: datetime) -> Complaint:
    """The complaint, for a clerk who wrote it down or works where it is settled; the look is written down.

    ComplaintNotFound.
    """
    complaint = find_complaint(code)
    check_prints_receipt(actor, complaint)
    record_look(
        actor=actor,
        subject=f"complaint:{complaint.pk}",
        person_id=complaint.complainant_id,
        fields=("complainant", "statement", "demand"),
        purpose="In biên nhận",
        legal_basis="Luật Khiếu nại số 02/2011/QH13, Điều 8",
        at=at,
    )
    return complaint
