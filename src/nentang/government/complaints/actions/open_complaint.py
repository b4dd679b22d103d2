"""Open a complaint to read it; an officer's look is written down."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record_look
from nentang.government.complaints.models import Complaint
from nentang.government.complaints.permissions import check_can_see, is_complainant
from nentang.government.complaints.queries import find_complaint


def open_complaint(*, code: str, actor: Actor, at: datetime) -> Complaint:
    """The complaint for whoever may see it; to everybody else it does not exist (ComplaintNotFound)."""
    complaint = find_complaint(code)
    check_can_see(actor, complaint)
    if not is_complainant(actor, complaint):
        record_look(
            actor=actor,
            subject=f"complaint:{complaint.pk}",
            person_id=complaint.complainant_id,
            fields=("complainant", "statement", "papers"),
            purpose="Giải quyết khiếu nại",
            legal_basis="Luật Khiếu nại số 02/2011/QH13",
            at=at,
        )
    return complaint
