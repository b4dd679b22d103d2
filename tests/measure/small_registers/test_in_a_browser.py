"""Registers as people see them: by keyboard and without script, on a phone and at the desk, with axe."""

from datetime import datetime

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.kernel import clock
from nentang.measure.small_registers import actions
from nentang.measure.small_registers.models import Entry
from nentang.measure.small_registers.queries import find_entry
from tests.browser import assert_accessible, assert_no_sideways_scroll
from tests.government.complaints.test_in_a_browser import page_of

from .factories import DOMAIN, STORY, Keepers, entered, make_citizen, make_keepers, published

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def owner(at: datetime, settings: Settings) -> Keepers:
    settings.AXES_ENABLED = False  # the test client signs in without an address
    clock.use(lambda: at)
    return make_keepers(at=at)


def check(page: Page) -> None:
    """axe and no sideways scroll at the desk, on a phone, and enlarged four times."""
    for width in (1280, 360, 320):
        assert_no_sideways_scroll(page, width)
        assert_accessible(page)


def test_a_citizen_tells_a_story_by_keyboard_alone_without_script(
    live_server: LiveServer, owner: Keepers, at: datetime
) -> None:
    citizen = make_citizen(at=at)
    url = f"{live_server.url}/so-dang-ky/cau-chuyen/gui/"
    with page_of(citizen, url, width=360, script=False) as page:
        page.locator("#name").focus()
        for words in STORY.values():
            page.keyboard.type(words)
            page.keyboard.press("Tab")
        page.get_by_role("button", name="Gửi đề nghị").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_text("Đã gửi.")).to_be_visible()
    assert Entry.objects.get().values == STORY


def test_everybodys_pages_hold_on_a_phone(
    live_server: LiveServer, owner: Keepers, at: datetime
) -> None:
    long = {**DOMAIN, "domain": f"{'rat-dai-' * 6}mau.gov.vn", "system": "Hệ thống " * 20}
    entry = published(owner, "domains", long, at=at)
    citizen = make_citizen(at=at)
    with page_of(citizen, f"{live_server.url}/so-dang-ky/") as page:
        addresses = (
            *("", "ten-mien/", f"ten-mien/{entry.code}/", f"ten-mien/{entry.code}/ban/1/"),
            *("tranh-chap/gui/", "bai-toan/gui/", "cua-toi/", "ra-soat-phap-ly/"),
        )
        for address in addresses:
            page.goto(f"{live_server.url}/so-dang-ky/{address}")
            check(page)


def test_the_desk_and_the_senders_page_hold_on_a_phone(
    live_server: LiveServer, owner: Keepers, at: datetime
) -> None:
    citizen = make_citizen(at=at)
    sent = actions.submit_entry(
        register="success_stories",
        typed=STORY,
        statement="Cảm ơn",
        file_ids=[],
        actor=citizen,
        at=at,
    )
    shown = published(owner, "domains", DOMAIN, at=at)
    draft = entered(owner, "domains", DOMAIN, at=at)
    with page_of(owner.specialist, f"{live_server.url}/so-dang-ky/co-quan/") as page:
        addresses = ("co-quan/", "co-quan/ten-mien/them/", *(f"muc/{e.code}/" for e in (sent, shown, draft)))  # fmt: skip
        for address in addresses:
            page.goto(f"{live_server.url}/so-dang-ky/{address}")
            check(page)
    with page_of(citizen, f"{live_server.url}/so-dang-ky/cua-toi/{sent.code}/") as page:
        check(page)
        page.get_by_role("button", name="Rút lại").click()
        expect(page.get_by_text("Người gửi đã rút").first).to_be_visible()
    assert find_entry(sent.code).case.state == "withdrawn"
