"""Explain what somebody complained about."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance, move_case
from nentang.government.complaints.errors import ReasonMissing
from nentang.government.complaints.models import Explanation
from nentang.government.complaints.permissions import check_explains
from nentang.government.complaints.queries import find_explanation


def answer_explanation(*, code: str, answer: str, actor: Actor, at: datetime) -> Explanation:
    """The explanation, given once; whoever settles the complaint reads it.

    Raises ReasonMissing, ExplanationNotFound (other bodies), RoleMissing, StepNotPossible.
    """
    if not answer.strip():
        raise ReasonMissing
    with transaction.atomic():
        explanation = find_explanation(code)
        check_explains(actor, explanation)
        move_case(case=explanation.case, step="give", actor=actor, at=at, note=answer)
        explanation.answer, explanation.answered_at = answer, at
        explanation.save(update_fields=["answer", "answered_at"])
        advance(explanation.complaint, "explain", actor=actor, at=at, note=answer)
    return explanation
