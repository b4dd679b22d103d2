"""Withdraw a request that nobody has paid."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.economy.payments.enums import State
from nentang.economy.payments.errors import PaymentNotOpen
from nentang.economy.payments.models import PaymentRequest
from nentang.economy.payments.permissions import check_can_cancel
from nentang.foundation.audit.public import record


def cancel_payment(*, reference: str, actor: Actor, at: datetime) -> None:
    """Nothing happens where there is none or it is cancelled already; PaymentNotOpen where it is paid."""
    with transaction.atomic():
        request = PaymentRequest.objects.select_for_update().filter(reference=reference).first()
        if request is None or request.state == State.CANCELLED:
            return
        check_can_cancel(actor, request)
        if not request.is_open:
            raise PaymentNotOpen
        request.state = State.CANCELLED
        request.save(update_fields=["state"])
        record(
            actor=actor,
            action="payments.cancel_payment",
            subject=f"payment:{request.pk}",
            organization_id=request.payee_id,
            person_id=request.payer_id,
            at=at,
        )
