"""A leader other than who asked lets money go back, or does not."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.economy.payments.enums import RefundState
from nentang.economy.payments.errors import SameEyes
from nentang.economy.payments.models import Refund
from nentang.economy.payments.permissions import check_can_decide_refunds
from nentang.economy.payments.queries import lock_refund
from nentang.foundation.audit.public import record

from .lose_refund import lose_refund


def decide_refund(*, code: str, approve: bool, actor: Actor, at: datetime) -> Refund:
    """The refund, approved (the worker has it carried out) or declined. RefundNotFound; NotYourTill; SameEyes."""
    with transaction.atomic():
        refund = lock_refund(code, RefundState.ASKED)
        check_can_decide_refunds(actor, refund.payee_id)
        if actor.account_id == refund.asked_by:
            raise SameEyes
        refund.decided_by, refund.decided_at = actor.account_id, at
        refund.state = RefundState.APPROVED
        refund.save(update_fields=["decided_by", "decided_at", "state"])
        if not approve:
            lose_refund(refund=refund, state=RefundState.DECLINED, actor=actor, at=at)
        record(
            actor=actor,
            action="payments.decide_refund",
            subject=f"refund:{refund.pk}",
            organization_id=refund.payee_id,
            details={"state": str(refund.state)},
            at=at,
        )
    return refund
