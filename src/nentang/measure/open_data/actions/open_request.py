"""Look at a request; a look of an officer is written down."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record_look
from nentang.measure.open_data.models import DataRequest
from nentang.measure.open_data.permissions import check_sees_request, is_requester
from nentang.measure.open_data.queries import find_request


def open_request(*, code: str, actor: Actor, at: datetime) -> DataRequest:
    """The request with what was asked. Raises RequestNotFound: to others it does not exist."""
    request = find_request(code)
    check_sees_request(actor, request)
    if not is_requester(actor, request):
        record_look(
            actor=actor,
            purpose="Trả lời yêu cầu dữ liệu",
            legal_basis="Nghị định 47/2020/NĐ-CP",
            subject=f"open_data_request:{request.pk}",
            fields=("asked", "purpose", "requester"),
            person_id=request.requester_id,
            at=at,
        )
    return request
