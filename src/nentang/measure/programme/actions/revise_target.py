"""Draft the next version of a published target; the published one holds meanwhile."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import move_case
from nentang.measure.programme.errors import ReasonMissing
from nentang.measure.programme.models import PlanTarget
from nentang.measure.programme.permissions import check_plans
from nentang.measure.programme.queries import plan_target_to_change

from ._note import note


@transaction.atomic
def revise_target(*, code: str, reason: str, actor: Actor, at: datetime) -> PlanTarget:
    """The target, a draft again; the reason will stand beside the new version.

    Raises TargetNotFound, NotYourTarget, ReasonMissing, StepNotPossible.
    """
    target = plan_target_to_change(code)
    account = check_plans(actor, target)
    if not reason.strip():
        raise ReasonMissing
    move_case(case=target.case, step="revise", actor=actor, at=at, note=reason.strip()[:1000])
    target.reason = reason.strip()[:1000]
    target.drafted_by_id = account
    target.save(update_fields=["reason", "drafted_by"])
    note(target, "revise_target", actor=actor, at=at)
    return target
