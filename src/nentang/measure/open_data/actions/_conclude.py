"""What an answer and a refusal have in common."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.casework.public import move_case
from nentang.foundation.facts.public import record_fact
from nentang.foundation.outbox.public import publish
from nentang.measure.open_data.enums import Outcome
from nentang.measure.open_data.errors import AnswerMissing, LooksPersonal
from nentang.measure.open_data.events import DataRequestAnswered
from nentang.measure.open_data.indicators import REQUEST_ANSWERED
from nentang.measure.open_data.models import DataRequest
from nentang.measure.open_data.permissions import check_answers
from nentang.measure.open_data.queries import find_request
from nentang.measure.open_data.rules.personal import looks_personal

LONGEST_QUESTION, LONGEST_ANSWER = 300, 4000


def conclude(
    code: str,
    step: str,
    outcome: Outcome,
    *,
    question: str,
    answer: str,
    actor: Actor,
    at: datetime,
) -> DataRequest:
    """The request with its public question and answer; inside a transaction."""
    request = find_request(code)
    check_answers(actor, request)
    question, answer = question.strip()[:LONGEST_QUESTION], answer.strip()[:LONGEST_ANSWER]
    if not (question and answer):
        raise AnswerMissing
    if looks_personal(question) or looks_personal(answer):
        raise LooksPersonal
    due = request.case.due_at
    move_case(case=request.case, step=step, actor=actor, at=at)
    request.question, request.answer = question, answer
    request.outcome, request.answered_at = outcome, at
    request.save(update_fields=["question", "answer", "outcome", "answered_at"])
    _tell(request, outcome, actor, at, in_time=due is None or at <= due)
    return request


def _tell(
    request: DataRequest, outcome: Outcome, actor: Actor, at: datetime, *, in_time: bool
) -> None:
    record(
        actor=actor,
        action=f"open_data.{'answer' if outcome is Outcome.ANSWERED else 'refuse'}_request",
        subject=f"open_data_request:{request.pk}",
        organization_id=request.case.holder_id,
        person_id=request.requester_id,
        at=at,
    )
    publish(DataRequestAnswered(request.code, str(outcome)), at=at, key=request.code)
    record_fact(
        REQUEST_ANSWERED,
        at=at,
        organization_id=request.case.holder_id,
        unit_code=request.case.unit_code,
        granted=outcome is Outcome.ANSWERED,
        in_time=in_time,
    )
