"""Log what stands in the way of a target."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import record_fact
from nentang.kernel.clock import legal_day
from nentang.measure.programme.errors import (
    DocumentNotInReview,
    NotYourTarget,
    ObstacleIncomplete,
)
from nentang.measure.programme.indicators import OBSTACLE_LOGGED
from nentang.measure.programme.models import Obstacle
from nentang.measure.programme.permissions import check_plans_for
from nentang.measure.programme.queries import find_target
from nentang.measure.small_registers.public import entry_links

EARLIEST = date(2000, 1, 1)


@transaction.atomic
def log_obstacle(
    *,
    target_code: str,
    organization_id: int,
    what: str,
    since_on: date | None,
    whose_move: str,
    document: str,
    actor: Actor,
    at: datetime,
) -> Obstacle:
    """The obstacle, open to everybody. A body's own target has those of that body only.

    Raises NotAPlanningBody, TargetNotFound, NotYourTarget, ObstacleIncomplete, DocumentNotInReview.
    """
    body = check_plans_for(actor, organization_id)
    target = find_target(target_code, legal_day(at))
    if target.body_id not in (None, organization_id):
        raise NotYourTarget
    day = _checked(what, since_on, whose_move, document, legal_day(at))
    obstacle = Obstacle.objects.create(
        target_code=target.id,
        organization_id=organization_id,
        what=what.strip()[:1000],
        since_on=day,
        whose_move=whose_move.strip()[:200],
        document=document,
        logged_by_id=actor.account_id,
        logged_at=at,
    )
    _tell(obstacle, body.unit.code if body.unit else "", actor=actor, at=at)
    return obstacle


def _checked(what: str, since_on: date | None, whose_move: str, document: str, today: date) -> date:
    if since_on is None or not EARLIEST <= since_on <= today:
        raise ObstacleIncomplete
    if not (what.strip() and whose_move.strip()):
        raise ObstacleIncomplete
    if document and document not in entry_links([document]):
        raise DocumentNotInReview
    return since_on


def _tell(obstacle: Obstacle, unit_code: str, *, actor: Actor, at: datetime) -> None:
    record(
        actor=actor,
        action="programme.log_obstacle",
        subject=f"obstacle:{obstacle.pk}",
        organization_id=obstacle.organization_id,
        details={"target": obstacle.target_code},
        at=at,
    )
    record_fact(
        OBSTACLE_LOGGED,
        at=at,
        organization_id=obstacle.organization_id,
        unit_code=unit_code,
        needs_document=bool(obstacle.document),
    )
