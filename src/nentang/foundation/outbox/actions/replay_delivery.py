"""Replay a dead delivery."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.outbox.enums import DeliveryState
from nentang.foundation.outbox.errors import DeliveryNotDead
from nentang.foundation.outbox.models import Delivery
from nentang.foundation.outbox.permissions import check_can_tend_events


def replay_delivery(*, delivery_id: int, actor: Actor, at: datetime) -> None:
    """Let a dead delivery be tried anew for 72 hours; DeliveryNotDead where it is not dead."""
    check_can_tend_events(actor)
    with transaction.atomic():
        dead = Delivery.objects.filter(pk=delivery_id, state=DeliveryState.DEAD)
        if not dead.update(state=DeliveryState.PENDING, attempts=0, failing_since=None, due_at=at):
            raise DeliveryNotDead
        record(
            actor=actor, action="outbox.replay_delivery", subject=f"delivery:{delivery_id}", at=at
        )
