"""Pages of the editor in a real browser."""

from datetime import datetime

import pytest
from pytest_django.live_server_helper import LiveServer

from tests.browser import assert_accessible, assert_no_sideways_scroll, open_page

from .factories import BIRTH, begun, make_ministry, save

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_pages_of_the_editor_are_accessible_and_narrow(
    live_server: LiveServer, at: datetime
) -> None:
    ministry = make_ministry(at=at)
    draft = begun(ministry, at=at)
    save(draft, "chung", actor=ministry.writer, at=at, o__procedure__value__keywords="khai sinh")
    here = f"/thu-tuc/ban-soan/{draft.public_id}/"
    pages = ["/thu-tuc/", f"/thu-tuc/{BIRTH}/", here]
    pages += [f"{here}{each}/" for each in ("chung", "cau-hoi-child", "ket-qua", "xem/child")]

    with open_page(live_server.url + "/dang-nhap/") as page:
        page.locator(f'button[name=account][value="{ministry.writer.account_id}"]').click()
        page.wait_for_load_state()
        for address in pages:
            page.goto(live_server.url + address)
            assert_accessible(page)
            assert_no_sideways_scroll(page, 320)
