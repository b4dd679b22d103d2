"""Let go of events that everybody has."""

from datetime import datetime, timedelta

from nentang.foundation.outbox.enums import DeliveryState
from nentang.foundation.outbox.models import Delivery, Event

KEEP = timedelta(days=30)


def prune_events(*, at: datetime, limit: int = 10_000) -> int:
    """Delete up to `limit` events older than 30 days whose deliveries are all done; how many."""
    undone = Delivery.objects.exclude(state=DeliveryState.DONE).values("event_id")
    old = Event.objects.filter(occurred_at__lt=at - KEEP).exclude(id__in=undone)
    ids = list(old.order_by("occurred_at").values_list("id", flat=True)[:limit])
    Delivery.objects.filter(event_id__in=ids).delete()
    Event.objects.filter(id__in=ids).delete()
    return len(ids)
