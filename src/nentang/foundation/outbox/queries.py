"""How deliveries stand, for those who tend them."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Min

from nentang.kernel.frozen import Frozen

from .enums import DeliveryState
from .models import Delivery, Job
from .registry import jobs, subscriptions


class ListenerState(Frozen):
    """One listener: how many deliveries wait or are dead, and how far it is behind.

    `lag` is the age of the oldest event it has not had; `is_known` is False for one that no
    installed app has any more.
    """

    name: str
    waiting: int
    failing: int
    dead: int
    lag: timedelta
    is_known: bool


def listener_states(*, at: datetime) -> list[ListenerState]:
    """Every listener by name; two queries over open and dead deliveries, whatever was done before."""
    waiting = {row["listener"]: row for row in _waiting()}
    dead = Delivery.objects.filter(state=DeliveryState.DEAD).values_list("listener")
    dead_by_name = dict(dead.annotate(Count("id")).order_by())
    names = sorted({*subscriptions(), *waiting, *dead_by_name})
    return [_state(name, waiting.get(name, {}), dead_by_name.get(name, 0), at) for name in names]


def _waiting() -> list[dict[str, Any]]:
    rows = Delivery.objects.open().values("listener").order_by()
    found = rows.annotate(
        waiting=Count("id"),
        failing=Count("failing_since"),
        oldest=Min("event__occurred_at"),
    )
    return [dict(row) for row in found]


def _state(name: str, waiting: dict[str, Any], dead: int, at: datetime) -> ListenerState:
    return ListenerState(
        name=name,
        waiting=waiting.get("waiting", 0),
        failing=waiting.get("failing", 0),
        dead=dead,
        lag=max(at - waiting.get("oldest", at), timedelta()),
        is_known=name in subscriptions(),
    )


def dead_deliveries(before_id: int | None = None, limit: int = 20) -> list[Delivery]:
    """Dead deliveries with their events, latest first, below `before_id`; one query."""
    rows = Delivery.objects.filter(state=DeliveryState.DEAD)
    if before_id is not None:
        rows = rows.filter(id__lt=before_id)
    return list(rows.select_related("event").order_by("-id")[:limit])


def job_states() -> list[Job]:
    """Every periodic job by name."""
    return list(Job.objects.filter(name__in=list(jobs())).order_by("name"))
