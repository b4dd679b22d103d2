"""Say that asked-for data is not opened, and why, for everybody to read."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.measure.open_data.enums import Outcome
from nentang.measure.open_data.models import DataRequest

from ._conclude import conclude


@transaction.atomic
def refuse_request(
    *, code: str, question: str, answer: str, actor: Actor, at: datetime
) -> DataRequest:
    """The request, not granted; `answer` is the reason. Raises as `answer_request`."""
    return conclude(
        code, "refuse", Outcome.REFUSED, question=question, answer=answer, actor=actor, at=at
    )
