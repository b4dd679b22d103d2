"""Refuse what another body asked for, with the reason."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.data_sharing.enums import Outcome
from nentang.government.data_sharing.errors import ReasonMissing
from nentang.government.data_sharing.models import AccessRequest
from nentang.government.data_sharing.permissions import check_can_decide
from nentang.government.data_sharing.queries import request_to_change

from ._grant import close_request


@transaction.atomic
def refuse_access(*, code: str, reason: str, actor: Actor, at: datetime) -> AccessRequest:
    """The request, refused. RequestNotFound, NotYourBody, ReasonMissing, StepNotPossible, ChangedMeanwhile."""
    request = request_to_change(code)
    check_can_decide(actor, request)
    if not reason.strip():
        raise ReasonMissing
    close_request(request, "refuse", Outcome.REFUSED, reason.strip(), actor=actor, at=at)
    return request
