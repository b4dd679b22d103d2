"""A leader hands a target back to whoever drafts it."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import move_case
from nentang.measure.programme.errors import ReasonMissing
from nentang.measure.programme.models import PlanTarget
from nentang.measure.programme.permissions import check_leads
from nentang.measure.programme.queries import plan_target_to_change

from ._note import note


@transaction.atomic
def hand_back_target(*, code: str, reason: str, actor: Actor, at: datetime) -> PlanTarget:
    """The target, a draft again. Raises TargetNotFound, NotYourTarget, ReasonMissing, StepNotPossible."""
    target = plan_target_to_change(code)
    check_leads(actor, target)
    if not reason.strip():
        raise ReasonMissing
    move_case(case=target.case, step="hand_back", actor=actor, at=at, note=reason.strip()[:1000])
    note(target, "hand_back_target", actor=actor, at=at)
    return target
