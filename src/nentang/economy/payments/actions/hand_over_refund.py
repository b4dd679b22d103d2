"""Cash goes back over the counter."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.economy.payments.enums import RefundState
from nentang.economy.payments.errors import RefundNotFound
from nentang.economy.payments.models import Refund
from nentang.economy.payments.permissions import check_can_hand_over
from nentang.economy.payments.queries import refund_by_code

from .finish_refund import finish_refund


def hand_over_refund(*, code: str, actor: Actor, at: datetime) -> Refund:
    """The refund, handed over by a clerk. RefundNotFound where it is not approved, or not cash; NotYourTill."""
    refund = refund_by_code(code)
    check_can_hand_over(actor, refund.payee_id)
    if not refund.is_cash or refund.state != RefundState.APPROVED:
        raise RefundNotFound
    return finish_refund(code=code, actor=actor, at=at)
