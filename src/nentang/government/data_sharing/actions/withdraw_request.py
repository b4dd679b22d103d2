"""Withdraw a request that was not answered yet."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.data_sharing.enums import Outcome
from nentang.government.data_sharing.models import AccessRequest
from nentang.government.data_sharing.permissions import check_asks_for, check_can_see_request
from nentang.government.data_sharing.queries import request_to_change

from ._grant import close_request


@transaction.atomic
def withdraw_request(*, code: str, actor: Actor, at: datetime) -> AccessRequest:
    """The request, withdrawn by the body that asked. RequestNotFound, NotYourBody, StepNotPossible."""
    request = request_to_change(code)
    check_can_see_request(actor, request)
    check_asks_for(actor, request.client)
    close_request(request, "withdraw", Outcome.WITHDRAWN, "", actor=actor, at=at)
    return request
