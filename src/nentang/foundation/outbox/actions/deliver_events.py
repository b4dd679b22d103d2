"""Deliver events to their listeners."""

import logging
import random
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from nentang.foundation.outbox.adapters import mark_done, name_error, restore
from nentang.foundation.outbox.enums import DeliveryState
from nentang.foundation.outbox.models import Delivery
from nentang.foundation.outbox.registry import subscriptions
from nentang.foundation.outbox.rules import gives_up, wait_before_attempt

from .claim_deliveries import claim_deliveries

log = logging.getLogger(__name__)


def deliver_events(*, at: datetime, limit: int) -> int:
    """Attempt up to `limit` due deliveries; how many were attempted.

    Each listener runs in one transaction with the mark that it is done, so what it changes in this
    base is changed exactly once. One that fails is rolled back alone and tried again later.
    """
    claimed = claim_deliveries(at=at, limit=limit)
    stuck: dict[tuple[str, str], datetime] = {}
    for delivery in claimed:
        lane = (delivery.listener, delivery.key)
        if delivery.key and lane in stuck:
            _give_back(delivery, stuck[lane])
        elif next_at := _attempt(delivery, at):
            stuck[lane] = next_at
    return len(claimed)


def _attempt(delivery: Delivery, at: datetime) -> datetime | None:
    """Deliver; where that fails and is to be tried again, when.

    It is marked done first: the row stays locked while the listener runs.
    """
    subscription = subscriptions()[delivery.listener]
    try:
        with transaction.atomic():
            event = restore(subscription, delivery.event.payload)
            if mark_done(delivery.pk, delivery.lease) and subscription.wants(event):
                subscription.function(event, at=at)
    except Exception as error:  # noqa: BLE001 - whatever a listener raises is its own failure
        log.warning(
            "%s failed on event %s: %s", delivery.listener, delivery.event_id, name_error(error)
        )
        return _fail(delivery, name_error(error), at)
    return None


def _held(delivery: Delivery) -> QuerySet[Delivery]:
    return Delivery.objects.filter(pk=delivery.pk, lease=delivery.lease)


def _give_back(delivery: Delivery, due_at: datetime) -> None:
    _held(delivery).update(state=DeliveryState.PENDING, lease="", leased_until=None, due_at=due_at)


def _fail(delivery: Delivery, error: str, at: datetime) -> datetime | None:
    since = delivery.failing_since or at
    attempts = delivery.attempts + 1
    dead = gives_up(since, at)
    next_at = at + wait_before_attempt(attempts, random.random())  # noqa: S311 - no secret
    _held(delivery).update(
        state=DeliveryState.DEAD if dead else DeliveryState.PENDING,
        attempts=attempts,
        failing_since=since,
        error=error,
        due_at=next_at,
        lease="",
        leased_until=None,
    )
    return None if dead else next_at
