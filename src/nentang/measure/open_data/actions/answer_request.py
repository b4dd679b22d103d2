"""Answer a request for data, for everybody to read."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.measure.open_data.enums import Outcome
from nentang.measure.open_data.models import DataRequest

from ._conclude import conclude


@transaction.atomic
def answer_request(
    *, code: str, question: str, answer: str, actor: Actor, at: datetime
) -> DataRequest:
    """The request, answered. `question` says in the officer's words what was asked; both are public.

    Raises RequestNotFound, AnswerMissing, LooksPersonal, StepNotPossible.
    """
    return conclude(
        code, "answer", Outcome.ANSWERED, question=question, answer=answer, actor=actor, at=at
    )
