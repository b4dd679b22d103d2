"""The dashboard as people see it: axe, a phone, a desk, by keyboard and without script."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.kernel import clock
from nentang.measure.dashboard.actions import make_briefing_packs
from tests.browser import assert_accessible, assert_no_sideways_scroll, open_page
from tests.government.complaints.test_in_a_browser import page_of
from tests.measure.dashboard.factories import computed, finished, submitted
from tests.measure.reporting.factories import AFTER_DUE, CLOSED, Land, make_land

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def land(settings: Settings) -> Land:
    settings.AXES_ENABLED = False  # the test client signs in without an address
    clock.use(lambda: AFTER_DUE)
    land = make_land(at=CLOSED)
    finished("98001", at=AFTER_DUE, late=2, in_time=6)
    finished("98002", at=AFTER_DUE, late=1, in_time=3)
    submitted("98001", at=AFTER_DUE, online=3, counter=1)
    submitted("98002", at=AFTER_DUE, online=1, counter=2)
    computed(AFTER_DUE)
    return land


def check(page: Page) -> None:
    for width in (1280, 360, 320):
        assert_no_sideways_scroll(page, width)
        assert_accessible(page)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "?don-vi=981",
        "?don-vi=98001",
        "?don-vi=981&man-hinh=lon",
        "so-sanh/?noi=98001&noi=98002&noi=98003&them=xa",
        "nhung/",
        "nhung/services.online/",
        "nhung/services.online/?kieu=cot&don-vi=981",
        "nhung/services.online/?kieu=ban-do&ngon-ngu=en",
        "cach-tinh/",
        "cach-tinh/services.on_time/",
    ],
)
def test_pages_for_everybody_pass_axe(live_server: LiveServer, land: Land, path: str) -> None:
    with open_page(f"{live_server.url}/tong-quan/{path}") as page:
        check(page)


def test_a_leader_orders_a_pack_by_keyboard_without_script(
    live_server: LiveServer, land: Land
) -> None:
    url = f"{live_server.url}/tong-quan/tai-lieu/"
    with page_of(land.district.leader, url, width=360, script=False) as page:
        page.get_by_role("button", name="Đặt tài liệu").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Huyện Mẫu")).to_be_visible()
        make_briefing_packs(at=AFTER_DUE)
        page.get_by_role("link", name="Xem lại ngay").click()
        expect(page.get_by_role("link", name="Mở tài liệu A4")).to_be_visible()


def test_the_pages_of_packs_pass_axe(live_server: LiveServer, land: Land) -> None:
    url = f"{live_server.url}/tong-quan/tai-lieu/"
    with page_of(land.district.leader, url) as page:
        check(page)
        page.get_by_role("button", name="Đặt tài liệu").click()
        expect(page.get_by_role("heading", name="Huyện Mẫu")).to_be_visible()
        check(page)
        make_briefing_packs(at=AFTER_DUE)
        expect(page.get_by_role("link", name="Mở tài liệu A4")).to_be_visible(timeout=30_000)
        check(page)
