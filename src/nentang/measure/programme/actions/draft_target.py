"""Begin a target of a body's own plan."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import open_case
from nentang.kernel.clock import legal_day
from nentang.measure.programme.models import PlanTarget, TargetCounter
from nentang.measure.programme.permissions import check_plans_for
from nentang.measure.programme.registry import PLAN_TARGET

from ._check import kept_draft
from ._note import note


@transaction.atomic
def draft_target(
    *, organization_id: int, typed: Mapping[str, str], actor: Actor, at: datetime
) -> PlanTarget:
    """The draft, with what was typed as it is; whether it is complete is asked when it is submitted.

    Raises NotAPlanningBody.
    """
    body = check_plans_for(actor, organization_id)
    draft, year = kept_draft(dict(typed)), legal_day(at).year
    serial = TargetCounter.take(organization_id=body.pk, year=year)
    code = f"{body.code_qcvn102 or f'O{body.pk}'}-MT{year % 100:02d}-{serial:03d}"
    name = draft.get("name", "")[:200]
    unit_code = body.unit.code if body.unit else ""
    case = open_case(
        kind=PLAN_TARGET,
        code=code,
        organization_id=body.pk,
        title=name or "Mục tiêu của kế hoạch",
        applicant_person_id=None,
        applicant_name="",
        channel="online",
        unit_code=unit_code,
        actor=actor,
        at=at,
    )
    target = PlanTarget.objects.create(
        case=case,
        code=code,
        organization=body,
        unit_code=unit_code,
        name=name,
        draft=draft,
        drafted_by_id=actor.account_id,
        drafted_at=at,
    )
    note(target, "draft_target", actor=actor, at=at)
    return target
