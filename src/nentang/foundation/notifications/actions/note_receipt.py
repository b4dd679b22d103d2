"""A gateway tells what became of a message."""

from datetime import datetime

from nentang.foundation.notifications.enums import DeliveryState
from nentang.foundation.notifications.models import Delivery


def note_receipt(*, gateway: str, reference: str, arrived: bool, at: datetime) -> bool:
    """Mark the delivery as arrived or failed; False where no sent message has that number.

    The edge has checked who says so. The latest word counts: a gateway may first say no, then yes.
    """
    told = (DeliveryState.SENT, DeliveryState.DELIVERED, DeliveryState.FAILED)
    found = Delivery.objects.filter(gateway=gateway, receipt=reference, state__in=told)
    state = DeliveryState.DELIVERED if arrived else DeliveryState.FAILED
    error = "" if arrived else "gateway"
    return bool(reference) and bool(found.update(state=state, done_at=at, error=error))
