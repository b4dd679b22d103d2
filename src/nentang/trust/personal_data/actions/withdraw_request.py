"""Take a request back."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.trust.personal_data.enums import Outcome
from nentang.trust.personal_data.models import SubjectRequest
from nentang.trust.personal_data.permissions import check_is_own_request

from ._end_request import end_request, open_request_for_change


@transaction.atomic
def withdraw_request(*, code: str, actor: Actor, at: datetime) -> SubjectRequest:
    """The request, withdrawn by who asked. RequestNotFound for anybody else, RequestEnded."""
    request = open_request_for_change(code)
    check_is_own_request(actor, request)
    end_request(request, "withdraw", Outcome.WITHDRAWN, actor, at)
    record(
        actor=actor,
        action="personal_data.withdraw_request",
        subject=f"case:{request.case_id}",
        organization_id=request.case.organization_id,
        person_id=request.person_id,
        at=at,
    )
    return request
