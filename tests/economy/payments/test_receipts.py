"""Receipts: one for each payment, numbered without gaps, printed and signed."""

from datetime import datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from nentang.agreements.actor import SYSTEM
from nentang.economy.payments.actions import issue_receipts, record_cash
from nentang.economy.payments.models import Receipt
from nentang.economy.payments.rules.words import in_words
from nentang.foundation.outbox.public import run_until_quiet
from tests.foundation.identity.factories import make_person

from .factories import make_payee, make_request


@pytest.mark.django_db
def test_a_paid_request_gets_a_signed_receipt_by_itself(at: datetime) -> None:
    payer = make_person(at=at, full_name="Bùi Văn Thử")
    request = make_request(at=at, payer_id=payer.pk)
    record_cash(reference=request.reference, actor=SYSTEM, at=at)

    run_until_quiet(at=at)

    receipt = Receipt.objects.get(request=request)
    assert (receipt.year, receipt.number) == (2020, 1)
    assert receipt.document.number == "0000001/2020"
    assert receipt.document.state == "signed"


@pytest.mark.django_db
def test_a_request_has_one_receipt_however_often_it_is_issued(at: datetime) -> None:
    request = make_request(at=at)
    record_cash(reference=request.reference, actor=SYSTEM, at=at)

    assert len(issue_receipts(code=request.code, at=at)) == 1
    assert issue_receipts(code=request.code, at=at) == []


@pytest.mark.django_db
def test_there_is_no_receipt_before_the_money(at: datetime) -> None:
    assert issue_receipts(code=make_request(at=at).code, at=at) == []


@pytest.mark.django_db
def test_numbers_have_no_gaps_though_an_issue_fails_and_begin_anew_each_year(at: datetime) -> None:
    payee = make_payee(at=at)
    requests = [make_request(at=at, payee=payee) for _ in range(4)]
    for request in requests:
        record_cash(reference=request.reference, actor=SYSTEM, at=at)

    issue_receipts(code=requests[0].code, at=at)
    with transaction.atomic():
        issue_receipts(code=requests[1].code, at=at)
        transaction.set_rollback(True)
    issue_receipts(code=requests[2].code, at=at)
    issue_receipts(code=requests[1].code, at=at)
    issue_receipts(code=requests[3].code, at=at + timedelta(days=60))

    issued = Receipt.objects.order_by("pk").values_list("year", "number")
    assert list(issued) == [(2020, 1), (2020, 2), (2020, 3), (2021, 1)]


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Không đồng"),
        (5, "Năm đồng"),
        (10, "Mười đồng"),
        (15, "Mười lăm đồng"),
        (21, "Hai mươi mốt đồng"),
        (24, "Hai mươi tư đồng"),
        (105, "Một trăm lẻ năm đồng"),
        (8_000, "Tám nghìn đồng"),
        (16_000, "Mười sáu nghìn đồng"),
        (120_500, "Một trăm hai mươi nghìn năm trăm đồng"),
        (1_000_000, "Một triệu đồng"),
        (1_005_000, "Một triệu không trăm lẻ năm nghìn đồng"),
        (2_000_000_000, "Hai tỷ đồng"),
        (1_000_000_001, "Một tỷ không trăm lẻ một đồng"),
        (3_000_000_000_000, "Ba nghìn tỷ đồng"),
    ],
)
def test_sums_are_written_in_words_as_people_read_them(amount: int, words: str) -> None:
    assert in_words(amount) == words


@given(st.integers(0, 10**13), st.integers(0, 10**13))
def test_two_sums_never_share_their_words(one: int, other: int) -> None:
    assert (in_words(one) == in_words(other)) == (one == other)
