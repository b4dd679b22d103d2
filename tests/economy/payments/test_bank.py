"""The bank program and the platform talk over real HTTP, and nothing that goes wrong between them costs money."""

import json
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import httpx
import pytest
from django.urls import reverse
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.agreements.actor import ANONYMOUS
from nentang.agreements.cashier import PaymentSettled
from nentang.config.bank.server import Bank
from nentang.economy.payments.actions import (
    ask_about_open_orders,
    ask_gateway,
    start_gateway_payment,
)
from nentang.economy.payments.errors import BankRefused, BankUnavailable
from nentang.economy.payments.models import GatewayMessage, GatewayOrder, PaymentRequest
from nentang.economy.payments.queries import transfer_for
from nentang.economy.payments.rules.vietqr import encode
from nentang.foundation.outbox.models import Event
from nentang.kernel import clock
from nentang.kernel.signatures import SharedKey, payload_of

from .conftest import KEY, OpenBank, close
from .factories import make_request
from .test_messages import make_order

pytestmark = pytest.mark.django_db(transaction=True)
NOBODY = "http://127.0.0.1:9"  # where nobody listens


def press(order: GatewayOrder, deed: str) -> httpx.Response:
    """The payer presses a button on the bank's page."""
    return httpx.post(f"{order.pay_url}{deed}")


def eventually(is_so: Callable[[], bool]) -> None:
    """Wait until it is so, at most five seconds."""
    for _ in range(100):
        if is_so():
            return
        time.sleep(0.05)
    raise AssertionError("it never came to be so")


def is_paid(request: PaymentRequest) -> bool:
    return PaymentRequest.objects.get(pk=request.pk).state == "paid"


def outcomes() -> list[str]:
    return sorted(GatewayMessage.objects.values_list("outcome", flat=True))


def test_a_person_pays_at_the_bank_and_the_platform_hears_of_it(
    bank: Bank, live_server: LiveServer
) -> None:
    request = make_request(at=clock.now())
    with httpx.Client(base_url=live_server.url) as browser:
        page = browser.get(reverse("payments:payment", args=[request.code]))
        token = page.text.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
        to_bank = browser.post(
            reverse("payments:go_to_gateway", args=[request.code, "bank"]),
            data={"csrfmiddlewaretoken": token},
        )
        bank_page = httpx.get(to_bank.headers["location"])
        back = httpx.post(to_bank.headers["location"] + "tra")

        eventually(lambda: is_paid(request))
        returned = browser.get(back.headers["location"], follow_redirects=True)

    assert to_bank.status_code == 302
    assert "Trả 16.000 đ" in bank_page.text
    assert "Đã nộp xong" in returned.text
    assert outcomes() == ["settled"]


def test_starting_twice_leads_to_one_order(open_bank: OpenBank, at: datetime) -> None:
    bank = open_bank()
    clock.use(lambda: at)
    request = make_request(at=at)

    first = start_gateway_payment(code=request.code, actor=ANONYMOUS, at=at)
    again = start_gateway_payment(code=request.code, actor=ANONYMOUS, at=at)

    assert first == again
    assert len(bank.store.orders()) == 1


def test_the_order_survives_an_answer_that_got_lost(open_bank: OpenBank) -> None:
    at = clock.now()
    bank = open_bank()
    request = make_request(at=at)
    order = start_gateway_payment(code=request.code, actor=ANONYMOUS, at=at)
    GatewayOrder.objects.update(state="opening", pay_url="", gateway_order_id="")

    again = start_gateway_payment(code=request.code, actor=ANONYMOUS, at=at)

    assert (again.pk, again.pay_url) == (order.pk, order.pay_url)
    assert len(bank.store.orders()) == 1


def test_other_content_under_one_code_is_refused_by_the_bank(open_bank: OpenBank) -> None:
    at = clock.now()
    bank = open_bank()
    request = make_request(at=at)
    written_down = make_order(request, at=at)
    bank.store.open_order(code=written_down.code, amount=1, description="", return_url="")

    with pytest.raises(BankRefused):
        start_gateway_payment(code=request.code, actor=ANONYMOUS, at=at)


def test_a_wrong_key_opens_nothing_at_the_bank(open_bank: OpenBank, settings: Settings) -> None:
    bank = open_bank()
    settings.BANK_KEY = "khoa khac"
    request = make_request(at=clock.now())

    with pytest.raises(BankRefused):
        start_gateway_payment(code=request.code, actor=ANONYMOUS, at=clock.now())

    assert bank.store.orders() == []


@pytest.mark.parametrize(
    ("deed", "expected", "state"),
    [
        ("tra-hai-lan", ["paid_twice", "settled"], "paid"),
        ("sai-so-tien", ["wrong_amount"], "requested"),
        ("tu-choi", ["noted"], "requested"),
    ],
)
def test_what_goes_wrong_at_the_bank_is_booked_right(
    bank: Bank, deed: str, expected: list[str], state: str
) -> None:
    at = clock.now()
    request = make_request(at=at)
    press(start_gateway_payment(code=request.code, actor=ANONYMOUS, at=at), deed)

    eventually(lambda: outcomes() == expected)

    assert PaymentRequest.objects.get(pk=request.pk).state == state


def test_after_a_refusal_the_payer_may_try_again(bank: Bank) -> None:
    at = clock.now()
    request = make_request(at=at)
    first = start_gateway_payment(code=request.code, actor=ANONYMOUS, at=at)
    press(first, "tu-choi")
    eventually(lambda: outcomes() == ["noted"])

    second = start_gateway_payment(code=request.code, actor=ANONYMOUS, at=at)
    press(second, "tra")
    eventually(lambda: is_paid(request))

    assert second.code != first.code


def test_a_late_callback_is_not_waited_for(bank: Bank) -> None:
    at = clock.now()
    request = make_request(at=at)
    press(start_gateway_payment(code=request.code, actor=ANONYMOUS, at=at), "bao-muon")

    ask_gateway(code=request.code, at=at)

    assert is_paid(request)
    assert outcomes() == ["settled"]


def test_a_callback_after_the_question_changes_nothing(
    open_bank: OpenBank, live_server: LiveServer
) -> None:
    at = clock.now()
    deaf = open_bank(notify_url=NOBODY)
    request = make_request(at=at)
    press(start_gateway_payment(code=request.code, actor=ANONYMOUS, at=at), "tra")
    ask_gateway(code=request.code, at=at)
    assert is_paid(request)
    port = deaf.server_port
    close(deaf)

    open_bank(notify_url=f"{live_server.url}/thanh-toan/thong-bao", port=port)
    eventually(lambda: outcomes() == ["settled", "settled"])

    assert PaymentRequest.objects.get(pk=request.pk).paid_at == at


def test_a_bank_killed_in_between_goes_on_where_it_stood(
    open_bank: OpenBank, live_server: LiveServer
) -> None:
    at = clock.now()
    first = open_bank(notify_url=NOBODY)
    request = make_request(at=at)
    order = start_gateway_payment(code=request.code, actor=ANONYMOUS, at=at)
    press(order, "tra")
    port = first.server_port
    close(first)

    with pytest.raises(BankUnavailable):
        ask_gateway(code=request.code, at=at)
    assert not is_paid(request)
    open_bank(notify_url=f"{live_server.url}/thanh-toan/thong-bao", port=port)
    eventually(lambda: is_paid(request))

    assert outcomes() == ["settled"]


def test_a_lost_callback_is_made_up_for_by_asking(open_bank: OpenBank) -> None:
    at = clock.now()
    open_bank(notify_url=NOBODY)
    request = make_request(at=at)
    press(start_gateway_payment(code=request.code, actor=ANONYMOUS, at=at), "tra")

    assert ask_about_open_orders(at=at) == 0
    GatewayOrder.objects.update(asked_at=at.replace(year=at.year - 1))
    assert ask_about_open_orders(at=at) == 1
    assert is_paid(request)


def test_money_sent_by_vietqr_finds_its_request(bank: Bank, settings: Settings) -> None:
    at = clock.now()
    request = make_request(at=at)
    transfer = transfer_for(request, clock.legal_day(at))
    assert transfer is not None
    scan = f"{settings.BANK_URL}/quet-ma/"
    text = encode(transfer)

    shown = httpx.post(scan, data={"text": text})
    sent = httpx.post(
        scan, data={"text": text, "amount": "16000", "purpose": f"IBFT {transfer.purpose} 123"}
    )
    eventually(lambda: is_paid(request))

    assert "VietinBank" in shown.text
    assert "Số giao dịch" in sent.text
    assert PaymentRequest.objects.get(pk=request.pk).method == "vietqr"


def test_the_bank_reads_no_defective_code(open_bank: OpenBank, settings: Settings) -> None:
    open_bank()

    answer = httpx.post(f"{settings.BANK_URL}/quet-ma/", data={"text": "000201 sai"})

    assert "Không đọc được mã này" in answer.text


def test_another_sites_page_cannot_press_the_banks_buttons(open_bank: OpenBank) -> None:
    at = clock.now()
    open_bank()
    request = make_request(at=at)
    order = start_gateway_payment(code=request.code, actor=ANONYMOUS, at=at)

    answer = httpx.post(f"{order.pay_url}tra", headers={"Origin": "https://xau.example"})

    assert answer.status_code == 403


def test_the_bank_answers_an_unsigned_program_with_a_refusal(
    open_bank: OpenBank, settings: Settings
) -> None:
    open_bank()
    body = json.dumps({"code": "x", "amount": 1, "description": "", "return_url": ""})

    assert httpx.post(f"{settings.BANK_URL}/api/orders", content=body).status_code == 401
    assert httpx.get(f"{settings.BANK_URL}/api/orders/x").status_code == 401


def test_callbacks_that_come_at_once_settle_once(
    live_server: LiveServer, open_bank: OpenBank
) -> None:
    at = clock.now()
    open_bank()
    request = make_request(at=at)
    order = start_gateway_payment(code=request.code, actor=ANONYMOUS, at=at)
    address = live_server.url + reverse("payments:gateway_notice", args=["bank"])

    def tell(serial: int) -> int:
        body = json.dumps(
            {
                "id": f"msg_{serial % 2}",
                "type": "order.paid",
                "code": order.code,
                "amount": 16_000,
                "transaction": f"FT{serial % 2}",
            }
        ).encode()
        timestamp = str(int(clock.now().timestamp()))
        headers = {
            "Bank-Timestamp": timestamp,
            "Bank-Signature": SharedKey(KEY.encode()).sign(payload_of(timestamp, body)),
        }
        return httpx.post(address, content=body, headers=headers, timeout=30).status_code

    with ThreadPoolExecutor(8) as threads:
        statuses = list(threads.map(tell, range(8)))

    assert statuses == [200] * 8
    assert outcomes() == ["paid_twice", "settled"]
    assert Event.objects.filter(name=PaymentSettled.name).count() == 1
