"""Enter the plan of a ministry or province for some years in the register."""

from datetime import datetime

from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.kernel.clock import legal_day
from nentang.measure.tasks.errors import CommitteeIncomplete, PlanTaken
from nentang.measure.tasks.models import SteeringPlan
from nentang.measure.tasks.rules.intake import FIRST_YEAR, LAST_YEAR, Paper

from ._steering import body_for, check_paper, link_paper


def record_plan(
    *,
    organization_id: int,
    paper: Paper,
    first_year: int,
    last_year: int,
    actor: Actor,
    at: datetime,
) -> SteeringPlan:
    """The plan. Raises BodyUnknown, NotYourTask, CommitteeIncomplete, AddressWrong, PlanTaken, FileNotFound, FileInUse."""
    body = body_for(actor, organization_id, at)
    check_paper(paper, legal_day(at), "–")
    if not FIRST_YEAR <= first_year <= last_year <= LAST_YEAR:
        raise CommitteeIncomplete
    try:
        with transaction.atomic():
            plan = SteeringPlan.objects.create(
                organization=body,
                symbol=paper.symbol.strip()[:40],
                decided_on=paper.decided_on,
                first_year=first_year,
                last_year=last_year,
                page_url=paper.page_url,
                file_id=paper.file_id,
                recorded_at=at,
            )
            link_paper(paper, f"steering_plan:{plan.pk}", body, actor, at)
            record(
                actor=actor,
                action="tasks.record_plan",
                subject=f"steering_plan:{plan.pk}",
                organization_id=body.pk,
                details={"first_year": first_year, "last_year": last_year},
                at=at,
            )
    except IntegrityError:
        raise PlanTaken from None
    return plan
