"""Give the opinion that another body asked for."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import move_case
from nentang.government.services.errors import ReasonMissing
from nentang.government.services.models import Consultation
from nentang.government.services.permissions import check_is_consulted
from nentang.government.services.queries import find_consultation


def answer_consultation(*, code: str, answer: str, actor: Actor, at: datetime) -> Consultation:
    """The consultation, answered once. Raises ReasonMissing; ConsultationNotFound for other bodies."""
    if not answer.strip():
        raise ReasonMissing
    with transaction.atomic():
        consultation = find_consultation(code)
        check_is_consulted(actor, consultation)
        move_case(case=consultation.case, step="answer", actor=actor, at=at, note=answer)
        consultation.answer, consultation.answered_at = answer, at
        consultation.save(update_fields=["answer", "answered_at"])
    return consultation
