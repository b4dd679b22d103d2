"""What every end of a request needs: the case moved, the row, the fact, the message."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import move_case
from nentang.foundation.facts.public import record_fact
from nentang.foundation.notifications.public import notify
from nentang.trust.personal_data.enums import Outcome
from nentang.trust.personal_data.errors import RequestEnded, RequestNotFound
from nentang.trust.personal_data.indicators import ANSWERED
from nentang.trust.personal_data.models import SubjectRequest
from nentang.trust.personal_data.registry import REQUEST_ANSWERED


def open_request_for_change(code: str) -> SubjectRequest:
    """The request, locked; RequestNotFound, RequestEnded."""
    rows = SubjectRequest.objects.select_for_update(of=("self",)).select_related("case")
    request = rows.filter(case__code=code).first()
    if request is None:
        raise RequestNotFound
    if request.outcome:
        raise RequestEnded
    return request


def end_request(
    request: SubjectRequest,
    step: str,
    outcome: Outcome,
    actor: Actor,
    at: datetime,
    *,
    answer: str = "",
    rule: str = "",
) -> None:
    """Move the case and write down how it ended; who asked is told unless they withdrew."""
    move_case(case=request.case, step=step, actor=actor, at=at)
    request.outcome, request.answered_at = outcome, at
    request.answer, request.rule = answer[:4000], rule[:300]
    request.save(update_fields=["outcome", "answered_at", "answer", "rule"])
    if outcome == Outcome.WITHDRAWN:
        return
    case = request.case
    record_fact(
        ANSWERED,
        at=at,
        organization_id=case.organization_id,
        unit_code=case.unit_code,
        kind=request.kind,
        outcome=str(outcome),
        has_due_time=case.due_at is not None,
        on_time=not case.is_overdue(at),
    )
    if request.person_id:
        notify(
            template=REQUEST_ANSWERED.code,
            person_id=request.person_id,
            context={"code": case.code},
            subject=f"case:{case.pk}",
            at=at,
        )
