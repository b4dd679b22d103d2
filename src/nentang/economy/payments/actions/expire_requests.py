"""Requests for which nobody paid in time wait no longer."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.economy.payments.enums import State
from nentang.economy.payments.models import PaymentRequest
from nentang.economy.payments.queries import expired_requests
from nentang.foundation.audit.public import record


def expire_requests(*, at: datetime, limit: int = 500) -> int:
    """How many were marked expired."""
    return sum(_expire(key, at) for key in expired_requests(at, limit))


def _expire(key: int, at: datetime) -> bool:
    with transaction.atomic():
        request = PaymentRequest.objects.select_for_update().get(pk=key)
        if request.state != State.REQUESTED or request.expires_at > at:
            return False
        request.state = State.EXPIRED
        request.save(update_fields=["state"])
        record(
            actor=SYSTEM,
            action="payments.expire_requests",
            subject=f"payment:{request.pk}",
            organization_id=request.payee_id,
            person_id=request.payer_id,
            at=at,
        )
    return True
