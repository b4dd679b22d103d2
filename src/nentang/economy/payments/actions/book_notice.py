"""Book what a gateway told, once; what does not fit becomes a break, never a payment."""

import hashlib
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor, ActorKind
from nentang.economy.payments.enums import BreakKind, Method, OrderState, Outcome, State
from nentang.economy.payments.errors import MessageChanged
from nentang.economy.payments.models import (
    Booking,
    Break,
    GatewayMessage,
    GatewayOrder,
    PayeeAccount,
    PaymentRequest,
)
from nentang.economy.payments.rules.booking import Standing, outcome_of
from nentang.economy.payments.rules.codes import code_in
from nentang.economy.payments.rules.notices import Kind, Notice
from nentang.foundation.audit.public import record
from nentang.kernel.clock import legal_day

from .book_money import book_money
from .open_break import open_break

METHODS = {"bank": Method.BANK, "card": Method.CARD}


def book_notice(*, gateway: str, notice: Notice, body: bytes, at: datetime) -> GatewayMessage:
    """The message with its outcome. MessageChanged where its number came with another body.

    The message's row is written before the request is locked: of two equal ones at once the second
    waits for the first and finds it.
    """
    digest = hashlib.sha256(body).hexdigest()
    with transaction.atomic():
        message, is_new = GatewayMessage.objects.get_or_create(
            gateway=gateway, message_id=notice.id, defaults=_content(notice, digest, at)
        )
        if message.body_hash != digest:
            raise MessageChanged
        if is_new:
            _book(message, notice, at)
    return message


def _content(notice: Notice, digest: str, at: datetime) -> dict[str, object]:
    return {
        "body_hash": digest,
        "kind": str(notice.kind),
        "bank_transaction": notice.transaction,
        "amount": notice.amount,
        "outcome": Outcome.NOTED,
        "received_at": at,
    }


def _book(message: GatewayMessage, notice: Notice, at: datetime) -> None:
    actor = Actor(kind=ActorKind.PROGRAM, name=message.gateway)
    request = _request_of(message.gateway, notice)
    message.request = request
    message.payee_id = request.payee_id if request else _owner_of_account(notice)
    message.outcome = _outcome(message.gateway, notice, request)
    message.save(update_fields=["request", "payee", "outcome"])
    if request and message.outcome in (Outcome.SETTLED, Outcome.PART):
        _book_once(message, request, notice, actor, at)
    elif message.outcome in BreakKind.values:
        open_break(found=_break_of(message, at), at=at)
    _move_order(notice)
    _tell(message, actor, at)


def _book_once(
    message: GatewayMessage, request: PaymentRequest, notice: Notice, actor: Actor, at: datetime
) -> None:
    if _is_booked(message.gateway, notice, request):
        return
    is_transfer = notice.kind is Kind.TRANSFER_RECEIVED
    book_money(
        request=request,
        amount=notice.amount,
        method=Method.VIETQR if is_transfer else METHODS[message.gateway],
        gateway=message.gateway,
        bank_transaction=notice.transaction,
        actor=actor,
        at=at,
    )


def _break_of(message: GatewayMessage, at: datetime) -> Break:
    return Break(
        kind=str(message.outcome),
        gateway=message.gateway,
        transaction=message.bank_transaction,
        day=legal_day(at),
        told=message.amount,
        request=message.request,
        payee_id=message.payee_id,
    )


def _request_of(gateway: str, notice: Notice) -> PaymentRequest | None:
    """The request that the notice speaks of, held until the transaction ends."""
    requests = PaymentRequest.objects.select_for_update(of=("self",))
    if notice.kind is Kind.TRANSFER_RECEIVED:
        return requests.filter(code=code_in(notice.purpose)).first()
    order = GatewayOrder.objects.filter(gateway=gateway, code=notice.code).first()
    return requests.get(pk=order.request_id) if order else None


def _outcome(gateway: str, notice: Notice, request: PaymentRequest | None) -> Outcome:
    if request is None:
        return outcome_of(notice, None)
    elsewhere = Booking.objects.filter(gateway=gateway, transaction=notice.transaction)
    if notice.transaction and elsewhere.exclude(request=request).exists():
        return Outcome.BOOKED_ELSEWHERE
    standing = Standing(
        state=State(request.state),
        owed=request.owed,
        in_parts=request.in_parts,
        is_booked=_is_booked(gateway, notice, request),
        is_its_account=_is_its_account(notice, request),
    )
    return outcome_of(notice, standing)


def _is_booked(gateway: str, notice: Notice, request: PaymentRequest) -> bool:
    same = request.bookings.filter(gateway=gateway, transaction=notice.transaction)
    return bool(notice.transaction) and same.exists()


def _owner_of_account(notice: Notice) -> int | None:
    """Whose account the money came to, where nobody knows for what."""
    accounts = PayeeAccount.objects.filter(bank_bin=notice.bank_bin, account_number=notice.account)
    return accounts.order_by("-valid_from").values_list("organization_id", flat=True).first()


def _is_its_account(notice: Notice, request: PaymentRequest) -> bool:
    """Whether the money came to an account that its body has or had; orders come to the right one."""
    accounts = PayeeAccount.objects.filter(
        organization_id=request.payee_id,
        bank_bin=notice.bank_bin,
        account_number=notice.account,
    )
    return notice.kind is not Kind.TRANSFER_RECEIVED or accounts.exists()


def _move_order(notice: Notice) -> None:
    """Paid is the last word; a refusal that comes after it changes nothing."""
    orders = GatewayOrder.objects.filter(code=notice.code)
    if notice.kind is Kind.ORDER_PAID:
        orders.update(state=OrderState.PAID)
    elif notice.kind is Kind.ORDER_REFUSED:
        orders.exclude(state=OrderState.PAID).update(state=OrderState.REFUSED)


def _tell(message: GatewayMessage, actor: Actor, at: datetime) -> None:
    request = message.request
    record(
        actor=actor,
        action="payments.book_notice",
        subject=f"payment:{request.pk}" if request else f"gateway_message:{message.pk}",
        organization_id=message.payee_id,
        person_id=request.payer_id if request else None,
        details={"message": message.message_id, "outcome": str(message.outcome)},
        at=at,
    )
