"""Tell whoever asked that the answer is there."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.notifications.public import notify
from nentang.measure.open_data.models import DataRequest
from nentang.measure.open_data.queries import find_request
from nentang.measure.open_data.registry import ANSWERED


@transaction.atomic
def tell_requester(*, code: str, at: datetime) -> DataRequest:
    """The request; its person has a message that the answer is public."""
    request = find_request(code)
    notify(
        template=ANSWERED.code,
        person_id=request.requester_id,
        context={"code": code},
        subject=f"open_data_request:{request.pk}",
        at=at,
    )
    record(
        actor=SYSTEM,
        action="open_data.tell_requester",
        subject=f"open_data_request:{request.pk}",
        organization_id=request.case.holder_id,
        at=at,
    )
    return request
