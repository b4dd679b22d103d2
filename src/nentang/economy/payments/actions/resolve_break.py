"""Somebody looked at money that did not fit and says what was done about it."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.economy.payments.enums import Resolution
from nentang.economy.payments.errors import BreakNotFound
from nentang.economy.payments.models import GatewayMessage
from nentang.economy.payments.permissions import check_can_resolve
from nentang.foundation.audit.public import record


def resolve_break(
    *, message_id: int, resolution: str, actor: Actor, at: datetime
) -> GatewayMessage:
    """The message, resolved. BreakNotFound where there is no open one, or no such resolution; NotYourTill."""
    with transaction.atomic():
        open_breaks = GatewayMessage.objects.open_breaks().select_for_update()
        message = open_breaks.filter(pk=message_id).first()
        if message is None or resolution not in Resolution.values:
            raise BreakNotFound
        check_can_resolve(actor, message.payee_id)
        message.resolution, message.resolved_at = resolution, at
        message.save(update_fields=["resolution", "resolved_at"])
        record(
            actor=actor,
            action="payments.resolve_break",
            subject=f"gateway_message:{message.pk}",
            organization_id=message.payee_id,
            details={"message": message.message_id, "resolution": resolution},
            at=at,
        )
    return message
