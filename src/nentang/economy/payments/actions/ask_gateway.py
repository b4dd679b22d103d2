"""Ask the gateway how its orders for a request stand: callbacks get lost, browsers cannot be trusted."""

import json
from datetime import datetime

from msgspec.structs import asdict

from nentang.economy.payments.adapters.gateway import RemoteOrder, RemoteState
from nentang.economy.payments.adapters.gateways import gateway_named
from nentang.economy.payments.enums import OrderState
from nentang.economy.payments.models import GatewayOrder, PaymentRequest
from nentang.economy.payments.queries import request_by_code
from nentang.economy.payments.rules.notices import Kind, Notice

from .book_notice import book_notice

NEWS = {RemoteState.PAID: Kind.ORDER_PAID, RemoteState.REFUSED: Kind.ORDER_REFUSED}


def ask_gateway(*, code: str, at: datetime) -> PaymentRequest:
    """The request as it stands after the gateways answered for each order still open.

    PaymentNotFound; BankUnavailable. No transaction is open while a gateway is asked.
    """
    orders = GatewayOrder.objects.filter(
        request__code=code, state__in=(OrderState.OPENING, OrderState.OPEN)
    )
    for order in list(orders):
        GatewayOrder.objects.filter(pk=order.pk).update(asked_at=at)
        remote = gateway_named(order.gateway).fetch_order(code=order.code)
        if remote and remote.state in NEWS:
            _book(order.gateway, remote, at)
    return request_by_code(code)


def _book(gateway_name: str, remote: RemoteOrder, at: datetime) -> None:
    notice = Notice(
        id=f"asked:{remote.code}:{remote.state}",
        kind=NEWS[remote.state],
        amount=remote.paid_amount,
        code=remote.code,
        transaction=remote.transaction,
    )
    body = json.dumps(asdict(notice), sort_keys=True).encode()
    book_notice(gateway=gateway_name, notice=notice, body=body, at=at)
