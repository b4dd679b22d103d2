"""The inbox as officers use it: by keyboard, without script, on a phone, with axe."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest
from django.conf import settings as django_settings
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import find_case, move_case, take_case
from nentang.foundation.identity.public import Account
from nentang.kernel import clock
from tests.browser import assert_accessible, assert_no_sideways_scroll, open_page

from .factories import Office, make_case, make_office

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.urls("tests.foundation.casework.pages"),
]


@pytest.fixture(autouse=True)
def _now_is(at: datetime, settings: Settings) -> None:
    settings.AXES_ENABLED = False  # the test client signs in without an address
    clock.use(lambda: at)


@contextmanager
def page_of(actor: Actor, url: str, *, width: int = 1280, script: bool = True) -> Iterator[Page]:
    """The page, opened by that officer."""
    client = Client()
    account = Account.objects.get(pk=actor.account_id)
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    name = django_settings.SESSION_COOKIE_NAME
    with open_page(url.split("/viec/")[0] + "/", width=width, script=script) as page:
        page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": url}])
        page.goto(url)
        yield page


def busy_office(at: datetime) -> Office:
    """An office with work that is late, due today, waiting and taken."""
    office = make_office(at=at, name="Uỷ ban nhân dân xã Nháp")
    make_case(office=office, at=at - timedelta(days=7), working_days=1)
    make_case(office=office, at=at, is_received=False)
    for days in (0, 2, 9):
        make_case(office=office, at=at, working_days=days)
    waiting, taken = (make_case(office=office, at=at) for _ in range(2))
    move_case(case=waiting, step="ask", actor=office.clerk, at=at)
    take_case(case=taken, actor=office.colleague, at=at)
    return office


def test_an_officer_takes_two_cases_by_keyboard(live_server: LiveServer, at: datetime) -> None:
    office = busy_office(at)

    with page_of(office.clerk, live_server.url + "/viec/") as page:
        codes = page.locator("tbody input").evaluate_all("boxes => boxes.map(box => box.value)")
        for key in "jxjx":
            page.keyboard.press(key)
        expect(page.get_by_role("button", name="Nhận 2 việc đã chọn")).to_be_visible()
        page.keyboard.press("n")
        expect(page.get_by_role("status").first).to_contain_text("Đã nhận 2 việc.")
        page.keyboard.press("/")
        expect(page.locator("#q")).to_be_focused()

    assert [find_case(code).assignee_id for code in codes[:3]] == [
        office.clerk.account_id,
        office.clerk.account_id,
        None,
    ]


def test_question_mark_shows_the_keys_and_enter_opens(
    live_server: LiveServer, at: datetime
) -> None:
    office = busy_office(at)

    with page_of(office.clerk, live_server.url + "/viec/") as page:
        page.keyboard.press("?")
        expect(page.get_by_text("đánh dấu")).to_be_visible()
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        page.wait_for_url("**/den/*/")


def test_a_head_hands_out_work_without_script(live_server: LiveServer, at: datetime) -> None:
    office = busy_office(at)

    with page_of(office.head, live_server.url + "/viec/?loc=ca-bo-phan", script=False) as page:
        box = page.locator("tbody input").first
        code = box.get_attribute("value") or ""
        box.check()
        page.get_by_label("Giao cho").select_option(str(office.clerk.account_id))
        page.get_by_role("button", name="Giao việc đã chọn").click()
        expect(page.get_by_role("status").first).to_contain_text("Đã giao 1 việc.")

    assert find_case(code).assignee_id == office.clerk.account_id


@pytest.mark.parametrize(
    "path", ["/viec/?loc=ca-bo-phan", "/viec/?q=khong-co", "/viec/tre-han/", "/viec/dieu-hanh/"]
)
def test_pages_pass_axe_and_fit_a_phone(live_server: LiveServer, at: datetime, path: str) -> None:
    office = busy_office(at)

    with page_of(office.head, live_server.url + path) as page:
        assert_accessible(page)
        for width in (1280, 360, 320):
            assert_no_sideways_scroll(page, width)
