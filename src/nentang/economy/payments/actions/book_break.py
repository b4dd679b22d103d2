"""Money came without a word for what it is: an officer who knows books it there."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.economy.payments.enums import BreakKind, Method, Outcome, Resolution, State
from nentang.economy.payments.errors import BreakIsAnother
from nentang.economy.payments.models import Break, PaymentRequest
from nentang.economy.payments.permissions import check_can_resolve
from nentang.economy.payments.queries import lock_break, lock_request
from nentang.economy.payments.rules.booking import Standing, outcome_of_sum

from .book_money import book_money
from .close_break import close_break

BOOKABLE = (BreakKind.UNKNOWN_ORDER, BreakKind.WRONG_ACCOUNT, BreakKind.NOT_BOOKED)


def book_break(*, code: str, reference: str, actor: Actor, at: datetime) -> Break:
    """The break, its money booked to the matter of that reference, of the same body.

    BreakNotFound; PaymentNotFound; NotYourTill; PaymentNotOpen; BreakIsAnother where sum or kind forbid it.
    """
    with transaction.atomic():
        request = lock_request(reference=reference.strip())
        found = lock_break(code)
        check_can_resolve(actor, found.payee_id)
        check_can_resolve(actor, request.payee_id)
        if found.kind not in BOOKABLE or not _fits(found, request):
            raise BreakIsAnother
        book_money(
            request=request,
            amount=found.amount,
            method=Method.VIETQR,
            gateway=found.gateway,
            bank_transaction=found.transaction,
            actor=actor,
            at=at,
        )
        found.request = request
        found.save(update_fields=["request"])
        close_break(
            found=found, resolution=Resolution.BOOKED, actor=actor, at=at, note=request.reference
        )
    return found


def _fits(found: Break, request: PaymentRequest) -> bool:
    standing = Standing(State(request.state), request.owed, in_parts=request.in_parts)
    return outcome_of_sum(found.amount, standing) in (Outcome.SETTLED, Outcome.PART)
