"""The portal as people see it: phone and desk, with and without script, with axe."""

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from tests.browser import (
    assert_accessible,
    assert_no_sideways_scroll,
    first_load,
    open_page,
    small_targets,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_components_pass_axe_on_a_desk(live_server: LiveServer) -> None:
    with open_page(f"{live_server.url}/giao-dien/") as page:
        page.evaluate("document.querySelectorAll('details.more').forEach(d => d.open = true)")
        assert_accessible(page)


def test_the_components_pass_axe_on_a_phone_in_english(live_server: LiveServer) -> None:
    with open_page(f"{live_server.url}/giao-dien/", width=360, language="en") as page:
        page.locator("details.menu-phone > summary").click()
        assert_accessible(page)


@pytest.mark.parametrize("path", ["/", "/ve-trang-nay/"])
def test_a_page_passes_axe_and_fits_every_width(live_server: LiveServer, path: str) -> None:
    with open_page(live_server.url + path) as page:
        assert_accessible(page)
        for width in (320, 360, 768, 1280):
            assert_no_sideways_scroll(page, width)


def test_the_components_fit_every_width_and_can_be_touched(live_server: LiveServer) -> None:
    with open_page(f"{live_server.url}/giao-dien/") as page:
        for width in (320, 360, 768, 1280):
            assert_no_sideways_scroll(page, width)
        page.set_viewport_size({"width": 360, "height": 800})
        assert small_targets(page) == []


def test_everything_works_without_script(live_server: LiveServer) -> None:
    with open_page(live_server.url, width=360, script=False) as page:
        page.locator("details.menu-phone > summary").click()
        page.get_by_role("button", name="English").locator("visible=true").click()
        assert page.get_by_role("heading", level=1).inner_text() == "What do you need to do?"


def test_the_first_stop_of_the_keyboard_leads_to_the_content(live_server: LiveServer) -> None:
    with open_page(live_server.url) as page:
        page.keyboard.press("Tab")
        expect(page.locator(".skip")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("#noi-dung")).to_be_focused()


def test_a_first_visit_is_lighter_than_100_kilobytes(live_server: LiveServer) -> None:
    sizes = first_load(live_server.url)
    total = sum(sizes.values())
    fonts = [url for url in sizes if url.endswith(".woff2")]
    print(f"first load: {total} bytes", sizes)  # noqa: T201 - the number is worth seeing

    assert total < 100_000, sizes
    assert len(fonts) <= 3
