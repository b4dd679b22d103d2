"""Money is booked to the items it was asked for, to the last đồng, at the unit and treasury of the body that collects."""

import csv
from datetime import date, datetime

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from nentang.agreements.actor import SYSTEM, Actor
from nentang.agreements.cashier import PaymentOrder, Share
from nentang.economy.payments.actions import (
    ask_refund,
    decide_refund,
    hand_over_refund,
    place_revenue,
    record_cash,
    request_payment,
)
from nentang.economy.payments.actions.book_money import book_money
from nentang.economy.payments.enums import Method, RefundReason
from nentang.economy.payments.errors import SharesDiffer
from nentang.economy.payments.models import PaymentRequest, RevenueEntry
from nentang.economy.payments.queries import Month, entries_behind, lock_request, revenue_of_month
from nentang.economy.payments.rules.revenue import Part, fill, take_off
from nentang.foundation.organizations.models import Organization
from nentang.government.finance.models import BudgetUnit
from tests.economy.payments.factories import make_payee, officer
from tests.economy.payments.test_pages import sign_in_officer
from tests.government.finance.factories import Finance, make_budget_unit, make_finance

PARTS = st.lists(
    st.builds(Part, st.sampled_from(["2716", "2767", "2771", "2801"]), st.integers(1, 10**9)),
    min_size=1,
    max_size=4,
    unique_by=lambda part: part.item,
)
DECEMBER = Month(date(2020, 12, 1))


def summed(parts: list[Part]) -> dict[str, int]:
    found: dict[str, int] = {}
    for part in parts:
        found[part.item] = found.get(part.item, 0) + part.amount
    return {item: amount for item, amount in found.items() if amount}


@given(PARTS, st.lists(st.integers(1, 10**9), max_size=6))
def test_money_that_comes_bit_by_bit_pays_each_item_just_once(
    wanted: list[Part], pieces: list[int]
) -> None:
    total = sum(part.amount for part in wanted)
    had, came = 0, []
    for piece in [*pieces, total]:
        amount = min(piece, total - had)
        laid = fill(wanted, had, amount) if amount else []
        assert sum(part.amount for part in laid) == amount
        assert all(part.amount > 0 for part in laid)
        came += laid
        had += amount
    assert summed(came) == summed(wanted)


@given(PARTS, st.lists(st.integers(1, 10**9), max_size=6))
def test_what_goes_back_bit_by_bit_leaves_nothing_behind(
    booked: list[Part], pieces: list[int]
) -> None:
    total = sum(part.amount for part in booked)
    gone, back = 0, []
    for piece in [*pieces, total]:
        amount = min(piece, total - gone)
        laid = take_off(booked, gone, amount) if amount else []
        assert sum(part.amount for part in laid) == -amount
        back += laid
        gone += amount
    assert summed([*booked, *back]) == {}


def test_what_nobody_laid_out_has_no_item() -> None:
    assert fill([], 0, 7) == [Part("", 7)]
    assert fill([Part("2771", 5)], 0, 7) == [Part("2771", 5), Part("", 2)]


def test_months_follow_one_another() -> None:
    assert DECEMBER.after == date(2021, 1, 1)
    assert Month(date(2020, 1, 1)).after == date(2020, 2, 1)


@pytest.fixture
def finance(at: datetime) -> Finance:
    return make_finance(at=at)


@pytest.fixture
def payee(at: datetime) -> Organization:
    return make_payee(at=at)


def owed(
    payee: Organization, at: datetime, *shares: Share, reference: str = "H98-201207-0001"
) -> PaymentRequest:
    return request_payment(
        order=PaymentOrder(
            reference=reference,
            amount=sum(share.amount for share in shares),
            payee_organization_id=payee.pk,
            payer_person_id=None,
            description="Cấp bản sao",
            in_parts=True,
            shares=shares,
        ),
        actor=SYSTEM,
        at=at,
    )


def unit_of(finance: Finance, payee: Organization, at: datetime) -> str:
    made = make_budget_unit(
        finance=finance, at=at, organization_id=payee.pk, treasury_id=finance.treasury.pk
    )
    return made.code


@pytest.mark.django_db
class TestBooking:
    @pytest.mark.parametrize(
        "shares",
        [
            (Share("2716", 3), Share("2716", 4)),
            (Share("2716", 8), Share("2771", -1)),
            (Share("2716", 6),),
        ],
        ids=["an item twice", "less than nothing", "another sum"],
    )
    def test_shares_are_the_whole_sum_each_item_once(
        self, payee: Organization, at: datetime, shares: tuple[Share, ...]
    ) -> None:
        order = PaymentOrder("H98-1", 7, payee.pk, None, "Phí", shares=shares)
        with pytest.raises(SharesDiffer):
            request_payment(order=order, actor=SYSTEM, at=at)

    def test_each_part_is_booked_where_the_body_is_a_unit(
        self, finance: Finance, payee: Organization, at: datetime
    ) -> None:
        code = unit_of(finance, payee, at)
        request = owed(payee, at, Share("2716", 2_000), Share("2721", 8_000))

        record_cash(reference=request.reference, actor=SYSTEM, at=at)

        found = RevenueEntry.objects.order_by("item")
        assert [(each.item, each.amount) for each in found] == [("2716", 2_000), ("2721", 8_000)]
        assert {(each.unit, each.chapter, each.treasury_id) for each in found} == {
            (code, "805", finance.treasury.pk)
        }

    def test_parts_of_a_payment_fill_the_items_in_their_order(
        self, payee: Organization, at: datetime
    ) -> None:
        owed(payee, at, Share("2716", 2_000), Share("2721", 8_000))
        for amount in (1_000, 9_000):
            request = lock_request(reference="H98-201207-0001")
            book_money(request=request, amount=amount, method=Method.CASH, actor=SYSTEM, at=at)

        found = RevenueEntry.objects.order_by("pk").values_list("item", "amount")
        assert list(found) == [("2716", 1_000), ("2716", 1_000), ("2721", 8_000)]

    def test_what_goes_back_is_taken_off_its_items(
        self, finance: Finance, payee: Organization, at: datetime
    ) -> None:
        unit_of(finance, payee, at)
        request = owed(payee, at, Share("2716", 2_000), Share("2721", 8_000))
        record_cash(reference=request.reference, actor=SYSTEM, at=at)
        booking = request.bookings.get()
        refund = ask_refund(
            booking_id=booking.pk,
            amount=9_000,
            reason=RefundReason.OVERPAID,
            actor=clerk(payee),
            at=at,
        )
        decide_refund(code=refund.code, approve=True, actor=leader(payee), at=at)
        hand_over_refund(code=refund.code, actor=clerk(payee), at=at)

        rows = revenue_of_month(officer("clerk", payee.pk), DECEMBER)
        assert {row.code: row.amount for row in rows} == {"2716": 1_000, "2721": 0}

    def test_revenue_is_placed_once_the_body_has_its_code(
        self, finance: Finance, payee: Organization, at: datetime
    ) -> None:
        request = owed(payee, at, Share("2716", 2_000))
        record_cash(reference=request.reference, actor=SYSTEM, at=at)
        assert place_revenue(at=at) == 0

        code = unit_of(finance, payee, at)
        assert place_revenue(at=at) == 1
        assert place_revenue(at=at) == 0
        assert RevenueEntry.objects.get().unit == code


def signed_in(role: str, body: Organization, at: datetime) -> Client:
    client = Client()
    sign_in_officer(client, role=role, organization_id=body.pk, at=at)
    return client


def clerk(payee: Organization) -> Actor:
    return officer("clerk", payee.pk)


def leader(payee: Organization) -> Actor:
    return replace(officer("leader", payee.pk), account_id=2)


@pytest.mark.django_db
class TestPages:
    @pytest.fixture
    def took(self, finance: Finance, payee: Organization, at: datetime) -> Organization:
        unit_of(finance, payee, at)
        request = owed(payee, at, Share("2716", 2_000), Share("2721", 8_000))
        record_cash(reference=request.reference, actor=SYSTEM, at=at)
        return payee

    def test_the_treasury_sees_what_its_units_took_down_to_the_dossier(
        self, took: Organization, finance: Finance, at: datetime
    ) -> None:
        treasurer = signed_in("treasurer", finance.treasury, at)

        page = treasurer.get("/thu-phi/ngan-sach/?thang=2020-12").content.decode()
        assert "Phí chứng thực" in page
        assert "10.000" in page
        (row, *_more) = revenue_of_month(officer("treasurer", finance.treasury.pk), DECEMBER)
        below = treasurer.get(f"/thu-phi/ngan-sach/2020-12/{row.key}/").content.decode()
        assert "H98-201207-0001" in below

    def test_the_month_is_a_statement_with_unit_chapter_and_item(
        self, took: Organization, finance: Finance, at: datetime
    ) -> None:
        browser = signed_in("treasurer", finance.treasury, at)
        text = browser.get("/thu-phi/ngan-sach/tai-ve/?thang=2020-12").content.decode("utf-8-sig")
        _heading, *lines = list(csv.reader(text.splitlines()))
        unit = BudgetUnit.objects.get(organization=took).code
        assert [line[2:] for line in lines] == [
            [unit, "805", "2700", "2716", "1", "2000"],
            [unit, "805", "2700", "2721", "1", "8000"],
        ]

    def test_another_treasury_and_another_body_see_nothing(
        self, took: Organization, finance: Finance, at: datetime
    ) -> None:
        (row, *_more) = revenue_of_month(officer("treasurer", finance.treasury.pk), DECEMBER)
        for role in ("treasurer", "clerk"):
            stranger = officer(role, finance.department.pk)
            assert not revenue_of_month(stranger, DECEMBER)
            assert entries_behind(stranger, DECEMBER, row.key) == ([], None)
            browser = signed_in(role, finance.department, at)
            page = browser.get(f"/thu-phi/ngan-sach/2020-12/{row.key}/")
            assert page.status_code == 404

    @pytest.mark.parametrize("month", ["2020-13", "abc", "2020-1", "20201-1"])
    def test_what_is_no_month_is_not_found(
        self, took: Organization, month: str, at: datetime
    ) -> None:
        page = signed_in("clerk", took, at).get(f"/thu-phi/ngan-sach/{month}/1-0-0/")
        assert page.status_code == 404

    def test_everybody_reads_the_sums_of_all(self, took: Organization, client: Client) -> None:
        found = client.get("/api/v1/revenue/2020").json()
        assert found == [
            {"month": 12, "item": "2716", "amount": 2_000},
            {"month": 12, "item": "2721", "amount": 8_000},
        ]
