"""Claim deliveries for one worker."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import uuid4

from django.db import transaction
from django.db.models import OuterRef, Subquery

from nentang.foundation.outbox.enums import DeliveryState
from nentang.foundation.outbox.models import Delivery
from nentang.foundation.outbox.registry import subscriptions
from nentang.foundation.outbox.rules import LEASE

LOOK_AGAIN = timedelta(seconds=1)


def claim_deliveries(*, at: datetime, limit: int) -> list[Delivery]:
    """Lease up to `limit` due deliveries, in the order in which they must be delivered.

    A delivery waits while an earlier one of its listener and key is open outside the batch; it is
    put off until that one is due. Rows that another worker holds are passed over.
    """
    with transaction.atomic():
        _take_back(at)
        while due := _due(at, limit):
            blocked = _blocked(due)
            _put_off(blocked, at)
            if free := [each.pk for each in due if each.pk not in blocked]:
                return _lease(free, at)
    return []


def _take_back(at: datetime) -> None:
    """Free what a dead worker had leased."""
    expired = Delivery.objects.filter(state=DeliveryState.LEASED, leased_until__lte=at)
    ids = list(expired.select_for_update(skip_locked=True).values_list("id", flat=True)[:1000])
    if ids:
        Delivery.objects.filter(id__in=ids).update(state=DeliveryState.PENDING, lease="", due_at=at)


def _due(at: datetime, limit: int) -> list[Delivery]:
    rows = Delivery.objects.filter(
        state=DeliveryState.PENDING, due_at__lte=at, listener__in=list(subscriptions())
    )
    return list(rows.select_for_update(skip_locked=True).order_by("due_at", "id")[:limit])


def _blocked(due: Sequence[Delivery]) -> Mapping[int, datetime]:
    """Which must wait for one outside the batch, and when that one is due."""
    batch = [each.pk for each in due]
    keyed = [each.pk for each in due if each.key]
    if not keyed:
        return {}
    earlier = (
        Delivery.objects.open()
        .filter(listener=OuterRef("listener"), key=OuterRef("key"), id__lt=OuterRef("id"))
        .exclude(id__in=batch)
        .order_by("id")
    )
    waiting = Delivery.objects.filter(id__in=keyed).annotate(
        blocker_due_at=Subquery(earlier.values("due_at")[:1])
    )
    return dict(
        waiting.exclude(blocker_due_at=None).order_by("id").values_list("id", "blocker_due_at")
    )


def _put_off(blocked: Mapping[int, datetime], at: datetime) -> None:
    by_moment: dict[datetime, list[int]] = {}
    for delivery_id, due_at in blocked.items():
        by_moment.setdefault(max(due_at, at + LOOK_AGAIN), []).append(delivery_id)
    for moment, ids in by_moment.items():
        Delivery.objects.filter(id__in=ids).update(due_at=moment)


def _lease(ids: list[int], at: datetime) -> list[Delivery]:
    token = uuid4().hex
    Delivery.objects.filter(id__in=ids).update(
        state=DeliveryState.LEASED, lease=token, leased_until=at + LEASE
    )
    return list(Delivery.objects.filter(id__in=ids).select_related("event").order_by("id"))
