"""Send the payer to a gateway: an order there, under our own code."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.economy.payments.adapters.gateway import Gateway, RemoteOrder
from nentang.economy.payments.adapters.gateways import gateways_to_try, let_rest
from nentang.economy.payments.enums import OrderState, State
from nentang.economy.payments.errors import BankUnavailable, PaymentNotOpen
from nentang.economy.payments.models import GatewayOrder
from nentang.economy.payments.queries import lock_request
from nentang.economy.payments.rules.codes import new_order_code
from nentang.foundation.audit.public import record

WAITING = (OrderState.OPENING, OrderState.OPEN)


def start_gateway_payment(
    *, code: str, gateway: str = "bank", actor: Actor, at: datetime
) -> GatewayOrder:
    """The open order with its `pay_url`; whoever holds the request's code may pay it.

    Where that gateway does not answer, the next one takes its place. The order is written down first,
    opened outside any transaction, then completed: whatever is cut off in between, the next call finds
    the same order under the same code.
    PaymentNotFound; PaymentNotOpen; GatewayUnknown; BankUnavailable (no gateway answers); BankRefused.
    """
    for each in gateways_to_try(gateway, at=at):
        try:
            return _order_at(each, code, actor, at)
        except BankUnavailable:
            let_rest(each, at=at)
    raise BankUnavailable


def _order_at(gateway: Gateway, code: str, actor: Actor, at: datetime) -> GatewayOrder:
    order = _write_down(code, gateway.name, at)
    if order.pay_url:
        return order
    opened = gateway.create_order(
        code=order.code,
        amount=order.amount,
        description=order.request.description,
        return_url=f"{settings.BASE_URL}/thanh-toan/{code}/tro-ve/",
    )
    return _complete(order, opened, actor, at)


def _write_down(code: str, gateway_name: str, at: datetime) -> GatewayOrder:
    """The order that waits for what is owed; one over another sum is replaced, for a part came since."""
    with transaction.atomic(durable=True):
        request = lock_request(code=code)
        if request.state != State.REQUESTED:
            raise PaymentNotOpen
        waiting = request.orders.filter(gateway=gateway_name, state__in=WAITING)
        waiting.exclude(amount=request.owed).update(state=OrderState.REPLACED)
        return waiting.first() or GatewayOrder.objects.create(
            request=request,
            gateway=gateway_name,
            code=new_order_code(code),
            amount=request.owed,
            opened_at=at,
            asked_at=at,
        )


def _complete(order: GatewayOrder, opened: RemoteOrder, actor: Actor, at: datetime) -> GatewayOrder:
    with transaction.atomic(durable=True):
        order.gateway_order_id, order.pay_url = opened.order_id, opened.pay_url
        order.save(update_fields=["gateway_order_id", "pay_url"])
        GatewayOrder.objects.filter(pk=order.pk, state=OrderState.OPENING).update(
            state=OrderState.OPEN
        )
        record(
            actor=actor,
            action="payments.start_gateway_payment",
            subject=f"payment:{order.request_id}",
            organization_id=order.request.payee_id,
            person_id=order.request.payer_id,
            details={"order": order.code},
            at=at,
        )
    return order
