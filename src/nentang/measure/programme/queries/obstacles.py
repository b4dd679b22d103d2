"""What stands in the way of targets."""

from collections.abc import Collection

from django.db.models import Count

from nentang.measure.programme.errors import ObstacleNotFound
from nentang.measure.programme.models import Obstacle

SHOWN = 30


def obstacles_of(target_code: str, *, before_id: int | None = None) -> list[Obstacle]:
    """The open ones first, then those that were cleared, newest first; one page and one more."""
    rows = Obstacle.objects.filter(target_code=target_code).select_related("organization")
    rows = rows if before_id is None else rows.filter(pk__lt=before_id)
    return list(rows.order_by("-pk")[: SHOWN + 1])


def open_obstacles(codes: Collection[str]) -> dict[str, int]:
    """How many are open, by the code of the target; one query."""
    rows = Obstacle.objects.filter(target_code__in=codes, closed_at=None)
    return dict(rows.values_list("target_code").annotate(n=Count("pk")))


def obstacles_about(document: str) -> list[Obstacle]:
    """Obstacles that name that entry of the register of legal review, newest first, at most thirty."""
    rows = Obstacle.objects.filter(document=document).select_related("organization")
    return list(rows.order_by("-pk")[:SHOWN])


def obstacle_to_close(obstacle_id: int) -> Obstacle:
    """The obstacle, locked until the transaction ends; ObstacleNotFound."""
    found = Obstacle.objects.select_for_update().filter(pk=obstacle_id).first()
    if found is None:
        raise ObstacleNotFound
    return found
