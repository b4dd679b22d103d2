"""Have the gateways send back what was approved."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from nentang.agreements.actor import SYSTEM
from nentang.economy.payments.adapters.gateway import RefundAnswer
from nentang.economy.payments.adapters.gateways import gateway_named
from nentang.economy.payments.enums import RefundState
from nentang.economy.payments.errors import BankUnavailable, RefundNotFound
from nentang.economy.payments.models import Refund
from nentang.economy.payments.queries import lock_refund
from nentang.economy.payments.rules.terms import RETRY_REFUND

from .finish_refund import finish_refund
from .lose_refund import lose_refund


def carry_out_refunds(*, at: datetime, limit: int = 50) -> int:
    """How many went back. No transaction is open while a gateway is asked; it knows our code again."""
    waiting = Refund.objects.filter(state=RefundState.APPROVED).exclude(transaction="")
    due = waiting.filter(Q(tried_at=None) | Q(tried_at__lte=at - RETRY_REFUND)).order_by("pk")
    return sum(_carry_out(refund, at) for refund in list(due[:limit]))


def _carry_out(refund: Refund, at: datetime) -> bool:
    Refund.objects.filter(pk=refund.pk).update(tried_at=at)
    try:
        answer = gateway_named(refund.gateway).refund(
            code=refund.code, transaction=refund.transaction, amount=refund.amount
        )
    except BankUnavailable:
        return False
    try:
        if answer is RefundAnswer.DONE:
            finish_refund(code=refund.code, actor=SYSTEM, at=at)
        elif answer is RefundAnswer.REFUSED:
            _note_refusal(refund.code, at)
    except RefundNotFound:
        return False  # another worker was faster
    return answer is RefundAnswer.DONE


def _note_refusal(code: str, at: datetime) -> None:
    with transaction.atomic():
        refund = lock_refund(code, RefundState.APPROVED)
        lose_refund(refund=refund, state=RefundState.FAILED, actor=SYSTEM, at=at)
