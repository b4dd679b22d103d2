"""A leader who did not draft a target approves it: a version that never changes, open to everybody."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import move_case
from nentang.foundation.facts.public import record_fact
from nentang.foundation.outbox.public import publish
from nentang.kernel.clock import legal_day
from nentang.measure.programme.events import TargetPublished
from nentang.measure.programme.indicators import TARGET_PUBLISHED
from nentang.measure.programme.models import PlanTarget, TargetVersion
from nentang.measure.programme.permissions import check_approves
from nentang.measure.programme.queries import plan_target_to_change
from nentang.measure.programme.rules.terms import Terms, as_kept

from ._check import check_complete
from ._note import note


@transaction.atomic
def approve_target(*, code: str, actor: Actor, at: datetime) -> TargetVersion:
    """The version, which holds from now on.

    Raises TargetNotFound, NotYourTarget, FourEyes, TargetIncomplete, StepNotPossible, ChangedMeanwhile.
    """
    target = plan_target_to_change(code)
    account = check_approves(actor, target)
    terms = check_complete(target, legal_day(at))
    move_case(case=target.case, step="approve", actor=actor, at=at)
    version = TargetVersion.objects.create(
        target=target,
        number=(target.published or 0) + 1,
        terms=as_kept(terms),
        reason=target.reason,
        drafted_by_id=target.drafted_by_id,
        approved_by_id=account,
        published_at=at,
    )
    target.published = version.number
    target.save(update_fields=["published"])
    note(target, "approve_target", actor=actor, at=at, version=version.number)
    _tell(target, version, terms, at)
    return version


def _tell(target: PlanTarget, version: TargetVersion, terms: Terms, at: datetime) -> None:
    body = target.organization
    publish(
        TargetPublished(target.code, version.number, body.pk, target.unit_code),
        at=at,
        key=target.code,
    )
    record_fact(
        TARGET_PUBLISHED,
        at=at,
        organization_id=body.pk,
        unit_code=target.unit_code,
        level=str(body.level),
        again=version.number > 1,
        computed=bool(terms.indicator),
    )
