"""Note that an obstacle is out of the way."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import record_fact
from nentang.foundation.organizations.public import organization
from nentang.kernel.clock import legal_day
from nentang.measure.programme.errors import ObstacleClosed, ReasonMissing
from nentang.measure.programme.indicators import OBSTACLE_CLOSED
from nentang.measure.programme.models import Obstacle
from nentang.measure.programme.permissions import check_keeps_obstacle
from nentang.measure.programme.queries import obstacle_to_close


@transaction.atomic
def close_obstacle(*, obstacle_id: int, outcome: str, actor: Actor, at: datetime) -> Obstacle:
    """The obstacle, with what cleared it. Raises ObstacleNotFound, NotYourTarget, ObstacleClosed, ReasonMissing."""
    obstacle = obstacle_to_close(obstacle_id)
    check_keeps_obstacle(actor, obstacle)
    if obstacle.closed_at is not None:
        raise ObstacleClosed
    if not outcome.strip():
        raise ReasonMissing
    obstacle.closed_at, obstacle.outcome = at, outcome.strip()[:1000]
    obstacle.save(update_fields=["closed_at", "outcome"])
    record(
        actor=actor,
        action="programme.close_obstacle",
        subject=f"obstacle:{obstacle.pk}",
        organization_id=obstacle.organization_id,
        details={"target": obstacle.target_code},
        at=at,
    )
    record_fact(
        OBSTACLE_CLOSED,
        at=at,
        organization_id=obstacle.organization_id,
        unit_code=organization(obstacle.organization_id).unit_code,
        days=max(0, (legal_day(at) - obstacle.since_on).days),
    )
    return obstacle
