"""Open what a body was asked to explain; the look at the complaint is written down."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record_look
from nentang.government.complaints.models import Explanation
from nentang.government.complaints.permissions import check_explains
from nentang.government.complaints.queries import find_explanation


def open_explanation(*, code: str, actor: Actor, at: datetime) -> Explanation:
    """The question with the complaint behind it; ExplanationNotFound for officers of other bodies."""
    explanation = find_explanation(code)
    check_explains(actor, explanation)
    complaint = explanation.complaint
    record_look(
        actor=actor,
        subject=f"complaint:{complaint.pk}",
        person_id=complaint.complainant_id,
        fields=("complainant", "statement"),
        purpose="Giải trình việc bị khiếu nại",
        legal_basis="Luật Khiếu nại số 02/2011/QH13",
        at=at,
    )
    return explanation
