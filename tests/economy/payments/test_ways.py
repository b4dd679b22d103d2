"""Several ways to pay: in parts, by card, and by another gateway where one is down."""

from datetime import datetime, timedelta

import httpx
import pytest
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.agreements.actor import ANONYMOUS, SYSTEM
from nentang.agreements.cashier import PaymentOrder
from nentang.config.bank.server import Bank
from nentang.economy.payments.actions import (
    ask_gateway,
    ask_refund,
    carry_out_refunds,
    decide_refund,
    record_cash,
    request_payment,
    start_gateway_payment,
)
from nentang.economy.payments.enums import RefundReason
from nentang.economy.payments.errors import BankUnavailable, GatewayUnknown
from nentang.economy.payments.models import Break, PaymentRequest, Receipt
from nentang.economy.payments.queries import transfer_for
from nentang.foundation.outbox.models import Event
from nentang.foundation.outbox.public import run_until_quiet
from nentang.kernel import clock
from nentang.kernel.clock import legal_day

from .conftest import OpenBank
from .factories import make_payee, make_request
from .test_bank import eventually, is_paid
from .test_matching import transferred
from .test_refunds import clerk_of, leader_of

POOR_CARD, GOOD_CARD = "4000 0000 0000 0002", "4111 1111 1111 1111"


@pytest.fixture
def card_gateway(open_bank: OpenBank, live_server: LiveServer, settings: Settings) -> Bank:
    settings.BASE_URL = live_server.url
    return open_bank(notify_url=f"{live_server.url}/thanh-toan/thong-bao", cards=True)


def obligation(at: datetime, *, amount: int = 10_000_000) -> PaymentRequest:
    order = PaymentOrder(
        reference="thue-1",
        amount=amount,
        payee_organization_id=make_payee(at=at).pk,
        payer_person_id=None,
        description="Tiền sử dụng đất",
        in_parts=True,
    )
    return request_payment(order=order, actor=SYSTEM, at=at)


@pytest.mark.django_db
def test_money_may_come_bit_by_bit_each_with_its_receipt(at: datetime) -> None:
    request = obligation(at)

    transferred(request, at=at, amount=4_000_000)
    request.refresh_from_db()
    after_first = (request.state, request.owed)
    asked = transfer_for(request, legal_day(at))
    transferred(request, at=at, serial=2, amount=6_000_000)
    run_until_quiet(at=at)

    request.refresh_from_db()
    assert after_first == ("requested", 6_000_000)
    assert asked is not None
    assert asked.amount == 6_000_000
    assert request.state == "paid"
    assert [each.number for each in Receipt.objects.order_by("pk")] == [1, 2]
    assert Event.objects.filter(name="payments.payment_settled").count() == 1


@pytest.mark.django_db
def test_more_than_is_owed_is_a_break_and_cash_takes_the_rest(at: datetime) -> None:
    request = obligation(at)
    transferred(request, at=at, amount=4_000_000)

    transferred(request, at=at, serial=2, amount=6_000_001)
    record_cash(reference=request.reference, actor=SYSTEM, at=at)

    request.refresh_from_db()
    assert Break.objects.get().kind == "wrong_amount"
    assert (request.state, request.method) == ("paid", "cash")
    assert sorted(each.amount for each in request.bookings.all()) == [4_000_000, 6_000_000]


@pytest.mark.django_db(transaction=True)
def test_an_order_over_the_old_sum_is_replaced_once_a_part_came(open_bank: OpenBank) -> None:
    at = clock.now()
    open_bank()
    request = obligation(at)
    whole = start_gateway_payment(code=request.code, actor=ANONYMOUS, at=at)

    transferred(request, at=at, amount=4_000_000)
    rest = start_gateway_payment(code=request.code, actor=ANONYMOUS, at=at)

    whole.refresh_from_db()
    assert (whole.state, rest.amount) == ("replaced", 6_000_000)


@pytest.mark.django_db(transaction=True)
def test_a_person_pays_by_card_and_gets_it_back(card_gateway: Bank) -> None:
    at = clock.now()
    request = make_request(at=at)
    order = start_gateway_payment(code=request.code, gateway="card", actor=ANONYMOUS, at=at)

    wrong = httpx.post(f"{order.pay_url}tra", data={"so-the": "4111 1111 1111 1112"})
    httpx.post(f"{order.pay_url}tra", data={"so-the": GOOD_CARD})
    eventually(lambda: is_paid(request))
    booking = request.bookings.get()
    refund = ask_refund(
        booking_id=booking.pk,
        amount=6_000,
        reason=RefundReason.OVERPAID,
        actor=clerk_of(request),
        at=at,
    )
    decide_refund(code=refund.code, approve=True, actor=leader_of(request), at=at)

    assert "Số thẻ chưa đúng" in wrong.text
    assert (booking.gateway, booking.method) == ("card", "card")
    assert carry_out_refunds(at=at) == 1
    assert [m.amount for m in card_gateway.store.movements()] == [16_000, -6_000]


@pytest.mark.django_db(transaction=True)
def test_a_declined_card_leaves_the_request_open(card_gateway: Bank) -> None:
    at = clock.now()
    request = make_request(at=at)
    order = start_gateway_payment(code=request.code, gateway="card", actor=ANONYMOUS, at=at)

    httpx.post(f"{order.pay_url}tra", data={"so-the": POOR_CARD})
    ask_gateway(code=request.code, at=at)

    order.refresh_from_db()
    assert order.state == "refused"
    assert PaymentRequest.objects.get(pk=request.pk).state == "requested"


@pytest.mark.django_db(transaction=True)
def test_where_the_bank_is_down_the_card_gateway_takes_its_place(
    open_bank: OpenBank, settings: Settings
) -> None:
    at = clock.now()
    open_bank(cards=True)
    settings.BANK_URL = "http://127.0.0.1:9"
    first, second = make_request(at=at), None

    order = start_gateway_payment(code=first.code, actor=ANONYMOUS, at=at)
    second = make_request(at=at, payee=first.payee)
    begun = clock.now()
    start_gateway_payment(code=second.code, actor=ANONYMOUS, at=at + timedelta(seconds=5))

    assert order.gateway == "card"
    assert clock.now() - begun < timedelta(seconds=60)
    assert not second.orders.filter(gateway="bank").exists()  # it rests for a while


@pytest.mark.django_db(transaction=True)
def test_where_no_gateway_answers_the_payer_is_told(settings: Settings, at: datetime) -> None:
    settings.BANK_URL = "http://127.0.0.1:9"
    settings.CARD_URL = "http://127.0.0.1:9/the"

    with pytest.raises(BankUnavailable):
        start_gateway_payment(code=make_request(at=at).code, actor=ANONYMOUS, at=at)


@pytest.mark.django_db
def test_an_unknown_gateway_is_refused(at: datetime) -> None:
    with pytest.raises(GatewayUnknown):
        start_gateway_payment(code=make_request(at=at).code, gateway="momo", actor=ANONYMOUS, at=at)


@pytest.mark.django_db(transaction=True)
def test_a_card_message_with_another_key_or_body_is_refused(
    card_gateway: Bank, live_server: LiveServer
) -> None:
    address = f"{live_server.url}/thanh-toan/thong-bao/card/"

    forged = httpx.post(address, content=b"event=1&status=captured&ref=x&amount=1&rrn=2")
    nowhere = httpx.post(f"{live_server.url}/thanh-toan/thong-bao/momo/", content=b"x=1")

    assert (forged.status_code, nowhere.status_code) == (401, 404)
