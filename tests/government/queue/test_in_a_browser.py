"""The queue as people see it: in the hall, on the television, at the window, on a phone."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import pytest
from django.conf import settings as django_settings
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.agreements.actor import Actor
from nentang.foundation.identity.public import Account
from nentang.government.queue import actions
from nentang.government.queue.models import Ticket
from nentang.kernel import clock
from tests.browser import (
    assert_accessible,
    assert_no_sideways_scroll,
    open_page,
    small_targets,
)
from tests.government.services.factories import make_applicant

from .factories import Desk, make_desk, opened, take

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SPEECH = """
window.said = [];
Object.defineProperty(window, "speechSynthesis", {value: {
  getVoices: () => [], cancel: () => {}, speak: (words) => {
    said.push([words.lang, words.text]);
    document.title = words.text;
  }}});
"""


@pytest.fixture(autouse=True)
def _now_is(at: datetime, settings: Settings) -> None:
    settings.AXES_ENABLED = False  # the test client signs in without an address
    clock.use(lambda: at)


@contextmanager
def page_of(actor: Actor, url: str, *, width: int = 1280, script: bool = True) -> Iterator[Page]:
    """The page, opened by that person."""
    client = Client()
    account = Account.objects.get(pk=actor.account_id)
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    name = django_settings.SESSION_COOKIE_NAME
    home = "/".join(url.split("/")[:3]) + "/"
    with open_page(home, width=width, script=script) as page:
        page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": home}])
        page.goto(url)
        yield page


def busy_desk(at: datetime) -> tuple[Desk, int]:
    """A desk in the middle of a morning, with people called, missed and waiting; and window 1."""
    desk = make_desk(at=at)
    for prefix, ground in zip(
        "HHCDHCHHD", ("", "", "elderly", "", "", "", "", "", ""), strict=True
    ):
        take(desk, prefix, at=at, ground=ground)
    window = opened(desk, at=at)
    for end in (actions.miss_ticket, actions.miss_ticket):
        actions.call_next(window_id=window, actor=desk.clerk, at=at)
        end(window_id=window, actor=desk.clerk, at=at)
    for act in (actions.call_next, actions.start_ticket):
        act(window_id=window, actor=desk.clerk, at=at)
    return desk, window


def check(page: Page) -> None:
    """axe at both widths, and nothing stands out at the side."""
    for width in (1280, 360):
        assert_no_sideways_scroll(page, width)
        assert_accessible(page)


def test_somebody_takes_a_number_in_the_hall_without_script(
    live_server: LiveServer, at: datetime
) -> None:
    desk, _window = busy_desk(at)

    with open_page(f"{live_server.url}/sanh/{desk.office.hall_key}/", script=False) as page:
        page.get_by_label("Người cao tuổi").check()
        page.get_by_role("button", name="Chứng thực").click()
        expect(page.locator(".slip .number")).to_have_text("C003")
        page.get_by_role("link", name="Xong").click()
        expect(page.get_by_role("button", name="Hộ tịch")).to_be_visible()

    assert Ticket.objects.get(number="C003").is_priority


def test_the_hall_and_its_slip_pass_axe_and_can_be_touched(
    live_server: LiveServer, at: datetime
) -> None:
    desk, _window = busy_desk(at)

    with open_page(f"{live_server.url}/sanh/{desk.office.hall_key}/") as page:
        check(page)
        assert not [each for each in small_targets(page) if "radio" not in each]
        page.get_by_role("button", name="Đất đai").click()
        expect(page.get_by_role("button", name="In phiếu")).to_be_visible()
        check(page)
        page.emulate_media(media="print")
        expect(page.get_by_role("button", name="In phiếu")).to_be_hidden()
        expect(page.locator(".slip .number")).to_be_visible()


def test_the_hall_goes_back_to_its_beginning_when_nobody_touches_it(
    live_server: LiveServer, at: datetime
) -> None:
    desk, _window = busy_desk(at)
    hall = f"{live_server.url}/sanh/{desk.office.hall_key}/"

    with open_page("about:blank") as page:
        page.clock.install()
        page.goto(hall)
        page.get_by_role("button", name="Đất đai").click()
        page.wait_for_url(f"{hall}*/")
        page.clock.fast_forward(46_000)
        page.wait_for_url(hall)


def test_the_ticket_on_a_phone_follows_the_line(live_server: LiveServer, at: datetime) -> None:
    desk, _window = busy_desk(at)
    ticket = take(desk, "H", at=at)

    with open_page(f"{live_server.url}/so/{ticket.code}/", width=360) as page:
        expect(page.get_by_text("Trước ông bà, anh chị còn")).to_be_visible()
        check(page)
        assert not small_targets(page)
        page.get_by_role("button", name="Tôi không chờ nữa").click()
        expect(page.get_by_text("Số này đã bỏ.")).to_be_visible()
        check(page)


def test_somebody_takes_a_number_on_a_phone_before_coming(
    live_server: LiveServer, at: datetime
) -> None:
    desk, _window = busy_desk(at)

    with page_of(make_applicant(at=at), f"{live_server.url}/lay-so/", width=360) as page:
        check(page)
        page.get_by_role("link", name=desk.body.name).click()
        page.wait_for_url("**/lay-so/*/")
        check(page)
        page.set_viewport_size({"width": 360, "height": 740})
        assert not [each for each in small_targets(page) if "radio" not in each]
        page.get_by_role("button", name="Hộ tịch").click()
        expect(page.locator(".slip .number")).to_have_text("H006")
        page.goto(live_server.url)
        expect(page.get_by_role("link", name="Số H006")).to_be_visible()
        check(page)


def test_the_call_screen_shows_and_says_a_new_call(live_server: LiveServer, at: datetime) -> None:
    desk, window = busy_desk(at)

    with open_page("about:blank") as page:
        page.add_init_script(SPEECH)
        page.goto(f"{live_server.url}/man-hinh/{desk.body.pk}/")
        check(page)
        page.set_viewport_size({"width": 1280, "height": 720})
        before = page.locator(".latest .number").inner_text()
        page.get_by_role("button", name="Bật tiếng").click()
        expect(page.get_by_role("button", name="Tắt tiếng")).to_be_visible()
        actions.finish_ticket(window_id=window, actor=desk.clerk, at=at)
        called = actions.call_next(window_id=window, actor=desk.clerk, at=at)
        expect(page.locator(".latest .number")).to_have_text(called.number)
        words = f"Mời số {' '.join(called.number)}, đến quầy số 1."
        expect(page).to_have_title(words)
        said = page.evaluate("said")

    assert called.number != before
    assert said == [["vi-VN", words]]


def test_the_call_screen_is_silent_until_somebody_wants_sound(
    live_server: LiveServer, at: datetime
) -> None:
    desk, window = busy_desk(at)

    with open_page("about:blank") as page:
        page.add_init_script(SPEECH)
        page.goto(f"{live_server.url}/man-hinh/{desk.body.pk}/")
        actions.finish_ticket(window_id=window, actor=desk.clerk, at=at)
        called = actions.call_next(window_id=window, actor=desk.clerk, at=at)
        expect(page.locator(".latest .number")).to_have_text(called.number)
        page.get_by_role("button", name="Bật tiếng").click()
        again = actions.call_again(window_id=window, actor=desk.clerk, at=clock.now())

        assert again.number == called.number
        assert page.evaluate("said") == []


def test_a_clerk_works_with_one_key_a_step(live_server: LiveServer, at: datetime) -> None:
    desk, _window = busy_desk(at)
    url = f"{live_server.url}/mot-cua/quay/{desk.body.pk}/1/"

    with page_of(desk.clerk, url) as page:
        check(page)
        number = page.locator(".at-window .number")
        first = number.inner_text()
        page.keyboard.press("x")
        expect(page.get_by_text("Chưa có ai ở quầy.")).to_be_visible()
        page.keyboard.press("g")
        expect(page.get_by_role("button", name="Bắt đầu")).to_be_visible()
        assert number.inner_text() != first
        with page.expect_navigation():
            page.keyboard.press("l")
        page.keyboard.press("b")
        expect(page.get_by_role("button", name="Xong")).to_be_visible()
        page.keyboard.press("t")
        page.wait_for_url("**/mot-cua/tiep-nhan/")

    assert Ticket.objects.get(number=first).state == "done"


def test_pages_of_the_office_pass_axe_and_fit_a_phone(
    live_server: LiveServer, at: datetime
) -> None:
    desk, _window = busy_desk(at)
    office = f"{live_server.url}/mot-cua/quay/{desk.body.pk}/"

    with page_of(desk.leader, f"{office}thiet-lap/") as page:
        check(page)
        page.goto(f"{office}so-lieu/")
        check(page)
        page.goto(f"{live_server.url}/mot-cua/quay/")
        check(page)
