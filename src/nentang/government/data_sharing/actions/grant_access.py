"""Grant what another body asked for."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.data_sharing.models import Grant
from nentang.government.data_sharing.permissions import check_can_decide
from nentang.government.data_sharing.queries import request_to_change

from ._grant import give_grant


@transaction.atomic
def grant_access(*, code: str, answer: str, actor: Actor, at: datetime) -> Grant:
    """The grant, with the fields, rows and days that were asked for.

    Raises RequestNotFound, NotYourBody, StepNotPossible, ChangedMeanwhile.
    """
    request = request_to_change(code)
    check_can_decide(actor, request)
    return give_grant(request, step="grant", answer=answer.strip(), actor=actor, at=at)
