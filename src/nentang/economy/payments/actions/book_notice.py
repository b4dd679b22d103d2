"""Book what a gateway told, once; what does not fit becomes a break, never a payment."""

import hashlib
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor, ActorKind
from nentang.economy.payments.enums import Method, OrderState, Outcome, State
from nentang.economy.payments.errors import MessageChanged
from nentang.economy.payments.events import PaymentBroken
from nentang.economy.payments.models import (
    GatewayMessage,
    GatewayOrder,
    PayeeAccount,
    PaymentRequest,
)
from nentang.economy.payments.rules.booking import Standing, outcome_of
from nentang.economy.payments.rules.codes import code_in
from nentang.economy.payments.rules.notices import Kind, Notice
from nentang.foundation.audit.public import record
from nentang.foundation.outbox.public import publish

from .settle_payment import settle_payment


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
    message.outcome = _outcome(notice, request)
    message.save(update_fields=["request", "payee", "outcome"])
    if request and message.outcome == Outcome.SETTLED and request.state != State.PAID:
        method = Method.VIETQR if notice.kind is Kind.TRANSFER_RECEIVED else Method.BANK
        settle_payment(
            request=request,
            method=method,
            bank_transaction=notice.transaction,
            actor=actor,
            at=at,
        )
    _move_order(notice)
    _tell(message, actor, at)


def _request_of(gateway: str, notice: Notice) -> PaymentRequest | None:
    """The request that the notice speaks of, held until the transaction ends."""
    requests = PaymentRequest.objects.select_for_update(of=("self",))
    if notice.kind is Kind.TRANSFER_RECEIVED:
        return requests.filter(code=code_in(notice.purpose)).first()
    order = GatewayOrder.objects.filter(gateway=gateway, code=notice.code).first()
    return requests.get(pk=order.request_id) if order else None


def _outcome(notice: Notice, request: PaymentRequest | None) -> Outcome:
    if request is None:
        return outcome_of(notice, None)
    elsewhere = PaymentRequest.objects.filter(bank_transaction=notice.transaction)
    if notice.transaction and elsewhere.exclude(pk=request.pk).exists():
        return Outcome.BOOKED_ELSEWHERE
    standing = Standing(
        state=State(request.state),
        amount=request.amount,
        bank_transaction=request.bank_transaction,
        is_its_account=_is_its_account(notice, request),
    )
    return outcome_of(notice, standing)


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
    if message.is_break:
        code = request.code if request else ""
        publish(
            PaymentBroken(
                code, message.gateway, message.message_id, str(message.outcome), message.amount
            ),
            at=at,
            key=code,
        )
