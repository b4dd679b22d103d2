"""Do what a person asked about their data."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.kernel.clock import legal_day
from nentang.trust.personal_data.adapters.on_request import erase_of_person, rule_against
from nentang.trust.personal_data.enums import ExportState, Outcome, RequestKind
from nentang.trust.personal_data.errors import AnswerMissing, ErasureForbidden
from nentang.trust.personal_data.models import Export, SubjectRequest
from nentang.trust.personal_data.permissions import check_request_is_ours

from ._end_request import end_request, open_request_for_change


@transaction.atomic
def grant_request(*, code: str, answer: str, actor: Actor, at: datetime) -> SubjectRequest:
    """The request, done: access makes an export, erasure erases what no law keeps.

    What else was asked (a correction, an objection) the officer has done where the data are.
    RequestNotFound, AnswerMissing, RequestEnded, ErasureForbidden with the rule that keeps it all.
    """
    request = open_request_for_change(code)
    check_request_is_ours(actor, request)
    if not answer.strip():
        raise AnswerMissing
    details: dict[str, str | int] = {"kind": request.kind}
    if request.kind == RequestKind.ERASURE:
        details["erased"] = _erase(request, at)
    if request.kind == RequestKind.ACCESS and request.person_id:
        waiting = {"person_id": request.person_id, "state": ExportState.ASKED}
        Export.objects.get_or_create(**waiting, defaults={"asked_at": at})
    end_request(request, "grant", Outcome.GRANTED, actor, at, answer=answer.strip())
    record(
        actor=actor,
        action="personal_data.grant_request",
        subject=f"case:{request.case_id}",
        organization_id=request.case.organization_id,
        person_id=request.person_id,
        details=details,
        at=at,
    )
    return request


def _erase(request: SubjectRequest, at: datetime) -> int:
    """How many rows; ErasureForbidden where it is about one matter that the law keeps, or nothing may go."""
    day = legal_day(at)
    erased = 0 if request.about else erase_of_person(request.person_id or 0, day=day, at=at)
    if not erased:
        raise ErasureForbidden(rule=rule_against(request.about, day))
    return erased
