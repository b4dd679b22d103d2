"""Refuse what a person asked about their data, by a rule."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.trust.personal_data.enums import Outcome
from nentang.trust.personal_data.errors import AnswerMissing
from nentang.trust.personal_data.models import SubjectRequest
from nentang.trust.personal_data.permissions import check_request_is_ours

from ._end_request import end_request, open_request_for_change


@transaction.atomic
def refuse_request(
    *, code: str, answer: str, rule: str, actor: Actor, at: datetime
) -> SubjectRequest:
    """The request, refused; who asked reads why and by which rule.

    RequestNotFound, AnswerMissing (no words, or no rule named), RequestEnded.
    """
    request = open_request_for_change(code)
    check_request_is_ours(actor, request)
    if not answer.strip() or not rule.strip():
        raise AnswerMissing
    end_request(
        request, "refuse", Outcome.REFUSED, actor, at, answer=answer.strip(), rule=rule.strip()
    )
    record(
        actor=actor,
        action="personal_data.refuse_request",
        subject=f"case:{request.case_id}",
        organization_id=request.case.organization_id,
        person_id=request.person_id,
        details={"kind": request.kind},
        at=at,
    )
    return request
