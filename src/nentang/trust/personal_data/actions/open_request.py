"""Open a request at the desk; who asked can see that it was read."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record_look
from nentang.trust.personal_data.errors import RequestNotFound
from nentang.trust.personal_data.models import LAW, SubjectRequest
from nentang.trust.personal_data.permissions import check_request_is_ours


@transaction.atomic
def open_request(*, code: str, actor: Actor, at: datetime) -> SubjectRequest:
    """The request with its case; the look is written down. RequestNotFound."""
    rows = SubjectRequest.objects.select_related("case__organization", "person")
    request = rows.filter(case__code=code).first()
    if request is None:
        raise RequestNotFound
    check_request_is_ours(actor, request)
    if request.person_id and request.person_id != actor.person_id:
        record_look(
            actor=actor,
            subject=f"case:{request.case_id}",
            person_id=request.person_id,
            fields=("full_name", "words"),
            purpose="trả lời yêu cầu về dữ liệu cá nhân",
            legal_basis=LAW,
            at=at,
        )
    return request
