"""Send once more what was refused, or could not be delivered."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.document_exchange.enums import DeliveryState
from nentang.government.document_exchange.errors import DeliveryNotDead, DeliveryNotFound
from nentang.government.document_exchange.models import DayDifference, Delivery
from nentang.government.document_exchange.permissions import check_speaks_for


@transaction.atomic
def resend_delivery(*, delivery_id: int, actor: Actor, at: datetime) -> Delivery:
    """The delivery, due again with the same message: after it failed, or where the other side has lost it.

    DeliveryNotFound, NotYourBody, DeliveryNotDead.
    """
    found = Delivery.objects.select_for_update(of=("self",)).filter(pk=delivery_id)
    delivery = found.select_related("consignment__sender", "consignment__envelope").first()
    if delivery is None:
        raise DeliveryNotFound
    organization_id = delivery.consignment.sender.organization_id
    check_speaks_for(actor, organization_id)
    if delivery.state != DeliveryState.FAILED and not _is_lost_there(delivery):
        raise DeliveryNotDead
    delivery.state, delivery.tries = DeliveryState.WAITING, 0
    delivery.begun_at = delivery.next_try_at = at
    delivery.save(update_fields=["state", "tries", "begun_at", "next_try_at"])
    record(
        actor=actor,
        action="document_exchange.resend_delivery",
        subject=f"delivery:{delivery.pk}",
        organization_id=organization_id,
        at=at,
    )
    return delivery


def _is_lost_there(delivery: Delivery) -> bool:
    """Whether the last comparison of a day said that we delivered it and they do not have it."""
    envelope = delivery.consignment.envelope
    if delivery.state != DeliveryState.DELIVERED or envelope is None:
        return False
    return DayDifference.objects.filter(
        message_id=envelope.message_id, is_here=True, proof__receiver=delivery.receiver
    ).exists()
