"""Paying as people do it: at a desk, on a phone, with and without script, with axe."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.agreements.actor import SYSTEM
from nentang.config.bank.server import Bank
from nentang.economy.payments.actions import ask_refund, record_cash
from nentang.economy.payments.enums import RefundReason
from nentang.economy.payments.models import Break, PaymentRequest
from nentang.kernel import clock
from tests.browser import assert_accessible, assert_no_sideways_scroll, open_page, small_targets
from tests.foundation.identity.factories import make_account as make_login
from tests.foundation.identity.factories import make_appointment

from .factories import make_request
from .test_matching import transferred
from .test_refunds import clerk_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def address(live_server: LiveServer, request: PaymentRequest) -> str:
    return live_server.url + reverse("payments:payment", args=[request.code])


def test_a_person_goes_to_the_bank_pays_and_comes_back(bank: Bank, live_server: LiveServer) -> None:
    request = make_request(at=clock.now())

    with open_page(address(live_server, request), script=False) as page:
        page.get_by_role("button", name="Thanh toán qua ngân hàng").click()
        page.get_by_role("button", name="Trả 16.000 đ").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Đã nộp xong")

    assert PaymentRequest.objects.get(pk=request.pk).method == "bank"


def test_the_page_notices_by_itself_that_the_money_came(live_server: LiveServer) -> None:
    request = make_request(at=clock.now())

    with open_page(address(live_server, request)) as page:
        record_cash(reference=request.reference, actor=SYSTEM, at=clock.now())
        expect(page.get_by_role("heading", level=1)).to_have_text("Đã nộp xong", timeout=10_000)


def test_the_page_passes_axe_fits_a_phone_and_can_be_touched(live_server: LiveServer) -> None:
    with open_page(address(live_server, make_request(at=clock.now()))) as page:
        assert_accessible(page)
        for width in (1280, 360, 320):
            assert_no_sideways_scroll(page, width)
        assert small_targets(page) == []


def test_the_officers_pages_pass_axe_and_fit_a_phone(
    live_server: LiveServer, settings: Settings
) -> None:
    settings.DEMO = True
    at = clock.now()
    request = make_request(at=at)
    record_cash(reference=request.reference, actor=SYSTEM, at=at)
    transferred(request, at=at, purpose="khong ro viec gi")
    ask_refund(
        booking_id=request.bookings.get().pk,
        amount=1_000,
        reason=RefundReason.EXEMPT,
        actor=clerk_of(request),
        at=at,
    )
    leader = make_login(at=at)
    make_appointment(at=at, account=leader, organization_id=request.payee_id, role="leader")
    paths = ["/thu-phi/", "/thu-phi/doi-chieu/", "/thu-phi/hoan-tra/"]
    paths += [
        f"/thu-phi/sai-lech/{Break.objects.get().code}/",
        f"/thu-phi/{request.code}/hoan-tra/",
    ]

    with open_page(live_server.url + "/dang-nhap/") as page:
        page.locator(f'button[name=account][value="{leader.pk}"]').click()
        page.wait_for_load_state()
        for path in paths:
            page.goto(live_server.url + path)
            assert_accessible(page)
            assert_no_sideways_scroll(page, 320)


@pytest.mark.parametrize("path", ["/", "/quet-ma/"])
def test_the_banks_pages_pass_axe_and_fit_a_phone(
    bank: Bank, settings: Settings, path: str
) -> None:
    with open_page(settings.BANK_URL + path) as page:
        assert_accessible(page)
        assert_no_sideways_scroll(page, 320)
