"""The fee was paid in cash at the counter."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.economy.payments.enums import Method
from nentang.economy.payments.models import PaymentRequest
from nentang.economy.payments.permissions import check_can_take_cash
from nentang.economy.payments.queries import lock_request

from .book_money import book_money


def record_cash(*, reference: str, actor: Actor, at: datetime) -> PaymentRequest:
    """The paid request, all that was owed taken; taking the same cash twice changes nothing.

    PaymentNotFound; NotYourTill; PaymentNotOpen where it is cancelled or was paid another way.
    """
    with transaction.atomic():
        request = lock_request(reference=reference)
        check_can_take_cash(actor, request)
        if request.method != Method.CASH:
            book_money(request=request, amount=request.owed, method=Method.CASH, actor=actor, at=at)
        return request
