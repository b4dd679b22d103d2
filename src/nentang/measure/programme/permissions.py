"""Who drafts, approves and reports targets of a plan. `check_…` raises with a reason, `can_…` answers."""

from nentang.agreements.actor import Actor
from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
)

from .errors import FourEyes, NotAPlanningBody, NotYourTarget, TargetNotFound
from .models import Obstacle, PlanTarget
from .registry import APPROVING, PLANNING

PLANNING_BODIES = {
    (OrganizationKind.MINISTRY, OrganizationLevel.MINISTRY),
    (OrganizationKind.PEOPLES_COMMITTEE, OrganizationLevel.PROVINCE),
}


def has_plan(body: Organization) -> bool:
    """Whether the body has a plan of its own: a ministry, or the committee of a province."""
    return (body.kind, body.level) in PLANNING_BODIES


def check_plans_for(actor: Actor, organization_id: int) -> Organization:
    """The body, for which the actor plans; NotAPlanningBody."""
    body = Organization.objects.select_related("unit").filter(pk=organization_id).first()
    if (
        body is None
        or actor.account_id is None
        or not has_plan(body)
        or not actor.has_role(*PLANNING, organization_id=body.pk)
    ):
        raise NotAPlanningBody
    return body


def can_plan(actor: Actor, target: PlanTarget) -> bool:
    """Whether the actor drafts the targets of that body."""
    return actor.has_role(*PLANNING, organization_id=target.organization_id)


def can_lead(actor: Actor, target: PlanTarget) -> bool:
    """Whether the actor leads that body."""
    return actor.has_role(*APPROVING, organization_id=target.organization_id)


def can_approve(actor: Actor, target: PlanTarget) -> bool:
    """Whether the actor approves the targets of that body and did not draft this one."""
    return can_lead(actor, target) and actor.account_id != target.drafted_by_id


def can_see_desk(actor: Actor, target: PlanTarget) -> bool:
    """Officers of the body."""
    return target.organization_id in actor.organizations()


def check_sees_desk(actor: Actor, target: PlanTarget) -> None:
    """TargetNotFound: drafts of others do not exist."""
    if not can_see_desk(actor, target):
        raise TargetNotFound


def check_plans(actor: Actor, target: PlanTarget) -> int:
    """The account of whoever drafts; TargetNotFound, NotYourTarget."""
    check_sees_desk(actor, target)
    if actor.account_id is None or not can_plan(actor, target):
        raise NotYourTarget
    return actor.account_id


def check_leads(actor: Actor, target: PlanTarget) -> None:
    """TargetNotFound, NotYourTarget."""
    check_sees_desk(actor, target)
    if not can_lead(actor, target):
        raise NotYourTarget


def check_approves(actor: Actor, target: PlanTarget) -> int:
    """The account of a leader who did not draft it; TargetNotFound, NotYourTarget, FourEyes."""
    check_leads(actor, target)
    if actor.account_id is None or actor.account_id == target.drafted_by_id:
        raise FourEyes
    return actor.account_id


def can_keep_obstacle(actor: Actor, obstacle: Obstacle) -> bool:
    """Planners of the body that logged it."""
    return actor.has_role(*PLANNING, organization_id=obstacle.organization_id)


def check_keeps_obstacle(actor: Actor, obstacle: Obstacle) -> None:
    """NotYourTarget."""
    if not can_keep_obstacle(actor, obstacle):
        raise NotYourTarget
