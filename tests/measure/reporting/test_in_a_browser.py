"""Reporting as people see it: by keyboard alone and without script, on a phone and at the desk."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.kernel import clock
from nentang.measure.reporting import actions
from tests.browser import assert_accessible, assert_no_sideways_scroll
from tests.government.complaints.test_in_a_browser import page_of
from tests.measure.reporting.factories import (
    BEFORE_DUE,
    CLOSED,
    FIGURES,
    Land,
    filed,
    filled,
    make_land,
    opened,
    report_of,
    settle,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def land(settings: Settings) -> Land:
    settings.AXES_ENABLED = False  # the test client signs in without an address
    clock.use(lambda: BEFORE_DUE)
    land = make_land(at=CLOSED)
    opened(land)
    return land


def check(page: Page) -> None:
    """axe and no sideways scroll at the desk, on a phone, and enlarged four times."""
    for width in (1280, 360, 320):
        assert_no_sideways_scroll(page, width)
        assert_accessible(page)


def test_a_clerk_fills_in_a_report_by_keyboard_alone_without_script(
    live_server: LiveServer, land: Land
) -> None:
    url = f"{live_server.url}/bao-cao/"
    with page_of(land.commune.clerk, url, width=360, script=False) as page:
        assert page.get_by_role("link", name="Làm báo cáo gần hạn nhất").is_visible()
        page.get_by_role("link", name="Tình hình kinh tế - xã hội, tháng 12/2020").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/bao-cao/{report_of(land.commune).code}/")
        page.locator("#budget_revenue").focus()
        for figure in FIGURES.values():
            page.keyboard.type(figure)
            page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Đã trình ký.")).to_be_visible()

    assert report_of(land.commune).case.state == "submitted"


def test_the_pages_of_whoever_files_pass_axe(live_server: LiveServer, land: Land) -> None:
    filled(land.commune, poor_households="5000", households="")
    code = report_of(land.commune).code
    with page_of(land.commune.clerk, f"{live_server.url}/bao-cao/") as page:
        check(page)
        page.goto(f"{live_server.url}/bao-cao/{code}/")
        check(page)


def test_the_pages_of_those_above_pass_axe(live_server: LiveServer, land: Land) -> None:
    report = filed(land.commune)
    filed(land.district)
    settle(BEFORE_DUE)
    actions.return_report(
        code=report.code, reason="Xem lại số hộ", actor=land.district.clerk, at=BEFORE_DUE
    )
    filed(land.commune)
    home = f"{live_server.url}/bao-cao/"
    with page_of(land.district.leader, f"{home}theo-doi/") as page:
        check(page)
        for address in (
            "theo-doi/?xem=missing",
            "tong-hop/?che-do=socio_economic&ky=2020-12&don-vi=981",
            f"{report.code}/",
            f"{report.code}/ban/1/",
            "ganh-nang/",
        ):
            page.goto(home + address)
            check(page)


def test_the_head_signs_by_keyboard(live_server: LiveServer, land: Land) -> None:
    report = filled(land.commune)
    actions.submit_report(code=report.code, actor=land.commune.clerk, at=CLOSED)
    url = f"{live_server.url}/bao-cao/{report.code}/"
    with page_of(land.commune.leader, url) as page:
        check(page)
        page.get_by_role("button", name="Ký và gửi cấp trên").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_text("Đã làm xong")).to_be_visible()

    assert report_of(land.commune).case.state == "filed"
