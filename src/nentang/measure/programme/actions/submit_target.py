"""Submit a draft to a leader."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import move_case
from nentang.kernel.clock import legal_day
from nentang.measure.programme.errors import NotOpenForChange
from nentang.measure.programme.models import PlanTarget
from nentang.measure.programme.permissions import check_plans
from nentang.measure.programme.queries import plan_target_to_change

from ._check import DRAFT, check_complete
from ._note import note


@transaction.atomic
def submit_target(*, code: str, actor: Actor, at: datetime) -> PlanTarget:
    """The target, complete and without contradiction, waiting for a leader.

    Raises TargetNotFound, NotYourTarget, NotOpenForChange, TargetIncomplete, ChangedMeanwhile.
    """
    target = plan_target_to_change(code)
    check_plans(actor, target)
    if target.case.state != DRAFT:
        raise NotOpenForChange
    check_complete(target, legal_day(at))
    move_case(case=target.case, step="submit", actor=actor, at=at)
    note(target, "submit_target", actor=actor, at=at)
    return target
