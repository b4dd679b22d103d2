"""Pages of payments: paying by code, the officers' desk, the address for gateways."""

import csv
import io
import json
from datetime import datetime, timedelta

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from nentang.agreements.actor import SYSTEM
from nentang.economy.payments.actions import book_notice, issue_receipts, record_cash
from nentang.economy.payments.models import Break, PaymentRequest, Refund
from nentang.economy.payments.rules.notices import Kind, Notice
from nentang.economy.payments.rules.vietqr import decode
from nentang.foundation.organizations.models import Organization
from nentang.kernel import clock
from nentang.kernel.signatures import SharedKey, payload_of
from tests.foundation.identity.factories import make_account as make_login
from tests.foundation.identity.factories import make_appointment, make_person
from tests.foundation.organizations.factories import make_organization, make_unit

from .conftest import KEY
from .factories import make_payee, make_request

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now_is(at: datetime) -> None:
    clock.use(lambda: at)


def page_of(request: PaymentRequest) -> str:
    return reverse("payments:payment", args=[request.code])


def sign_in_officer(client: Client, *, role: str, organization_id: int, at: datetime) -> None:
    account = make_login(at=at)
    make_appointment(at=at, account=account, organization_id=organization_id, role=role)
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")


def make_other_body(at: datetime) -> Organization:
    unit = make_unit("97", "Tỉnh Thử")
    return make_organization(at=at, name="Ủy ban nhân dân tỉnh Thử", unit=unit)


def make_break(*, at: datetime, purpose: str, serial: int) -> Break:
    told = Notice(
        id=f"m{serial}",
        kind=Kind.TRANSFER_RECEIVED,
        amount=1_000,
        transaction=f"FT{serial}",
        purpose=purpose,
        bank_bin="970415",
        account="0011001932418",
    )
    book_notice(gateway="bank", notice=told, body=purpose.encode(), at=at)
    return Break.objects.get(transaction=f"FT{serial}")


def test_whoever_has_the_code_sees_what_to_pay_and_can_scan_it(
    client: Client, at: datetime
) -> None:
    request = make_request(at=at)

    answer = client.get(page_of(request))

    assert "16.000" in answer.text
    transfer = decode(answer.context["qr_text"])
    assert (transfer.amount, transfer.account) == (16_000, "0011001932418")
    assert transfer.purpose.startswith(request.code)
    assert f"form-action 'self' {django_settings.BANK_URL}/" in answer["Content-Security-Policy"]


def test_the_page_shows_no_name_and_no_receipt_to_a_stranger(client: Client, at: datetime) -> None:
    payer = make_person(at=at, full_name="Bùi Văn Thử")
    request = make_request(at=at, payer_id=payer.pk)
    record_cash(reference=request.reference, actor=SYSTEM, at=at)
    issue_receipts(code=request.code, at=at)

    answer = client.get(page_of(request))

    assert "Bùi Văn Thử" not in answer.text
    assert answer.context.get("receipt") is None


def test_the_payer_finds_the_receipt(client: Client, at: datetime) -> None:
    account = make_login(at=at)
    request = make_request(at=at, payer_id=account.person_id)
    record_cash(reference=request.reference, actor=SYSTEM, at=at)
    (receipt,) = issue_receipts(code=request.code, at=at)
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")

    answer = client.get(page_of(request))

    assert str(receipt.document.public_id) in answer.text


def test_a_wrong_code_is_not_found(client: Client) -> None:
    assert client.get("/thanh-toan/TT000000000000/").status_code == 404


def test_the_standing_asks_for_a_new_page_once_paid(client: Client, at: datetime) -> None:
    request = make_request(at=at)
    address = reverse("payments:standing", args=[request.code])
    before = client.get(address)
    record_cash(reference=request.reference, actor=SYSTEM, at=at)
    after = client.get(address)

    assert "HX-Refresh" not in before
    assert "hx-get" in before.text
    assert after["HX-Refresh"] == "true"
    assert "hx-get" not in after.text


def test_where_the_bank_is_down_the_page_says_so_and_keeps_the_qr_code(
    client: Client, at: datetime, settings: Settings
) -> None:
    settings.BANK_URL = "http://127.0.0.1:9"
    request = make_request(at=at)

    answer = client.post(reverse("payments:go_to_gateway", args=[request.code, "bank"]))

    assert answer.status_code == 503
    assert "chưa trừ tiền" in answer.text
    assert answer.context["qr_text"]


def test_the_gateway_gets_an_answer_for_every_message(client: Client, at: datetime) -> None:
    body = json.dumps({"id": "m", "type": "order.paid", "amount": 1, "transaction": "FT1"})
    timestamp = str(int(at.timestamp()))
    signature = SharedKey(KEY.encode()).sign(payload_of(timestamp, body.encode()))
    address = reverse("payments:gateway_notice", args=["bank"])

    def post(content: str, **headers: str) -> tuple[int, dict[str, object]]:
        answer = client.post(address, content, content_type="application/json", headers=headers)
        return answer.status_code, answer.json()

    signed = {"bank-timestamp": timestamp, "bank-signature": signature}
    assert post(body, **signed) == (200, {"id": "m", "outcome": "unknown_order"})
    assert post(body)[0] == 401
    assert post(body + " ", **signed)[1]["code"] == "payments.message_forged"
    assert post("x" * (64 * 1024 + 1))[0] == 413


def test_officers_see_the_fees_of_their_own_body_only(client: Client, at: datetime) -> None:
    ours = make_request(at=at)
    theirs = make_request(at=at, payee=make_other_body(at))
    sign_in_officer(client, role="leader", organization_id=ours.payee_id, at=at)

    page, table = client.get("/thu-phi/").text, client.get("/thu-phi/tai-ve/")

    assert ours.reference in page
    assert theirs.reference not in page
    rows = list(csv.reader(io.StringIO(b"".join(table).decode("utf-8-sig"))))
    assert [row[0] for row in rows] == ["Mã hồ sơ", ours.reference]


def test_a_spreadsheet_takes_no_text_for_a_formula(client: Client, at: datetime) -> None:
    request = make_request(at=at, description="=cmd|' /C calc'!A0")
    sign_in_officer(client, role="leader", organization_id=request.payee_id, at=at)

    table = b"".join(client.get("/thu-phi/tai-ve/")).decode("utf-8-sig")

    assert list(csv.reader(io.StringIO(table)))[1][1].startswith("'=")


def test_a_specialist_and_a_stranger_see_no_fees(client: Client, at: datetime) -> None:
    assert client.get("/thu-phi/").status_code == 302
    sign_in_officer(client, role="specialist", organization_id=make_other_body(at).pk, at=at)
    assert client.get("/thu-phi/").status_code == 403


def test_a_clerk_takes_cash_with_a_button_and_a_leader_has_none(
    client: Client, at: datetime
) -> None:
    request = make_request(at=at)
    sign_in_officer(client, role="leader", organization_id=request.payee_id, at=at)
    assert "tien-mat" not in client.get("/thu-phi/").text
    sign_in_officer(client, role="clerk", organization_id=request.payee_id, at=at)
    assert "tien-mat" in client.get("/thu-phi/").text

    address = reverse("payments:take_cash", args=[request.code])
    assert "Đã nhận đủ" in client.get(address).text
    assert PaymentRequest.objects.get(pk=request.pk).state == "requested"

    client.post(address)

    assert PaymentRequest.objects.get(pk=request.pk).method == "cash"


def test_fees_are_filtered_and_paged_by_key_at_constant_cost(
    client: Client, at: datetime, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    payee = make_payee(at=at)
    paid = make_request(at=at, payee=payee)
    record_cash(reference=paid.reference, actor=SYSTEM, at=at)
    for minutes in range(60):
        make_request(at=at + timedelta(minutes=minutes), payee=payee)
    sign_in_officer(client, role="clerk", organization_id=payee.pk, at=at)

    with django_assert_max_num_queries(12):
        first = client.get("/thu-phi/", {"tinh-trang": "requested"})
    second = client.get(f"/thu-phi/{first.context['older_url']}")
    seen = [row.pk for page in (first, second) for row in page.context["rows"]]

    assert len(seen) == len(set(seen)) == 60
    assert paid.pk not in seen
    assert second.context["older_url"] == ""


def test_an_officer_explains_money_that_did_not_fit(client: Client, at: datetime) -> None:
    request = make_request(at=at)
    found = make_break(at=at, purpose=f"{request.code} LE PHI", serial=1)
    address = reverse("payments:break", args=[found.code])
    sign_in_officer(client, role="clerk", organization_id=request.payee_id, at=at)

    listed = client.get("/thu-phi/", {"tinh-trang": "can-xem"})
    silent = client.post(address, {"xu-ly": "ro", "ghi-chu": " "})
    client.post(address, {"xu-ly": "ro", "ghi-chu": "Người nộp chuyển nhầm, đã nộp lại."})

    assert address in listed.text
    assert address in client.get("/viec/").text or found.case is not None
    assert silent.status_code == 422
    assert Break.objects.get(pk=found.pk).resolution == "explained"
    assert address not in client.get("/thu-phi/doi-chieu/").text


def test_an_officer_of_another_body_resolves_nothing(client: Client, at: datetime) -> None:
    make_request(at=at)
    found = make_break(at=at, purpose="khong ro viec gi", serial=1)
    sign_in_officer(client, role="clerk", organization_id=make_other_body(at).pk, at=at)
    address = reverse("payments:break", args=[found.code])

    assert client.get(address).status_code == 403
    assert client.post(address, {"xu-ly": "ro", "ghi-chu": "của tôi"}).status_code == 403
    assert Break.objects.get(pk=found.pk).resolution == ""


def test_a_refund_goes_from_the_clerks_page_to_the_leaders(client: Client, at: datetime) -> None:
    request = make_request(at=at)
    record_cash(reference=request.reference, actor=SYSTEM, at=at)
    sign_in_officer(client, role="clerk", organization_id=request.payee_id, at=at)
    ask = reverse("payments:ask_refund", args=[request.code])

    form = client.get(ask)
    too_much = client.post(ask, {"so-tien": "16.001", "ly-do": "exempt"})
    client.post(ask, {"so-tien": "16.000", "ly-do": "exempt"})
    refund = Refund.objects.get()
    decide = reverse("payments:decide_refund", args=[refund.code])
    own = client.post(decide, {"duyet": "co"})
    client.logout()
    sign_in_officer(client, role="leader", organization_id=request.payee_id, at=at)
    waiting = client.get("/thu-phi/hoan-tra/")
    client.post(decide, {"duyet": "co"})

    assert 'value="16000"' in form.text
    assert too_much.status_code == 422
    assert own.status_code == 403
    assert decide in waiting.text
    assert Refund.objects.get().state == "approved"
