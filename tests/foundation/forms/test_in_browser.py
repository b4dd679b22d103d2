"""What only a browser can tell: accessible, narrow, hidden by style, saved while typing."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from nentang.foundation.forms.models import Draft
from nentang.foundation.identity.public import actor_for_account
from tests.browser import assert_accessible, assert_no_sideways_scroll, open_page
from tests.foundation.identity.factories import PASSWORD, make_account

from .factories import make_draft

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DEMO = "/giao-dien/bieu-mau/"


@contextmanager
def signed_in_at(url: str, step: str, at: datetime) -> Iterator[Page]:
    """A step of a new draft, signed in."""
    account = make_account(at=at, username="mau")
    draft = make_draft(at=at, actor=actor_for_account(account.pk, at))
    with open_page(f"{url}/dang-nhap/") as page:
        page.locator("[name=login]").fill("mau")
        page.locator("[name=password]").fill(PASSWORD)
        page.locator("[name=password]").press("Enter")
        page.wait_for_load_state()
        page.goto(f"{url}/thu/{draft.public_id}/{step}/")
        yield page


def press_on(page: Page) -> None:
    page.locator(".actions button[value=next]").click()


@pytest.mark.parametrize("step", ["person", "matter", "family", "papers"])
def test_every_question_is_accessible_also_when_answered_wrongly(live_server, step: str) -> None:  # type: ignore[no-untyped-def]
    with open_page(f"{live_server.url}{DEMO}{step}/") as page:
        assert_accessible(page)
        assert_no_sideways_scroll(page, 320)


@pytest.mark.urls("tests.foundation.forms.pages")
def test_mistakes_take_the_focus_and_lead_to_the_question(live_server, at: datetime) -> None:  # type: ignore[no-untyped-def]
    with signed_in_at(live_server.url, "person", at) as page:
        page.locator("[name=tax_code]").fill("123")
        press_on(page)
        expect(page.locator(".error-summary")).to_be_focused()
        assert_accessible(page)

        page.locator(".error-summary a").click()
        expect(page.locator("[name=tax_code]")).to_be_focused()


@pytest.mark.urls("tests.foundation.forms.pages")
def test_what_is_typed_is_saved_by_itself_and_both_windows_are_kept(
    live_server, at: datetime
) -> None:  # type: ignore[no-untyped-def]
    with signed_in_at(live_server.url, "person", at) as page:
        late = page.context.new_page()
        late.goto(page.url)

        page.locator("[name=tax_code]").fill("0100109106")
        page.get_by_text("Đã lưu lúc").wait_for()
        assert page.locator("[name=_revision]").input_value() == "2"
        assert Draft.objects.get().answers["tax_code"] == "0100109106"

        late.locator("[name=tax_code]").fill("0101243150")
        press_on(late)
        expect(late.get_by_text("Ở cửa sổ khác vừa ghi “0100109106”").first).to_be_visible()
        assert late.locator("[name=tax_code]").input_value() == "0101243150"


def test_rows_grow_without_script(live_server) -> None:  # type: ignore[no-untyped-def]
    with open_page(f"{live_server.url}{DEMO}family/", script=False) as page:
        page.locator("[name=has_children][value=yes]").check()
        page.get_by_role("button", name="Thêm").click()
        assert page.locator("[name='children.1.full_name']").is_visible()


def test_enter_goes_on_and_presses_no_other_button(live_server) -> None:  # type: ignore[no-untyped-def]
    with open_page(f"{live_server.url}{DEMO}person/", script=False) as page:
        page.locator("[name=full_name]").fill("Lê Thị Mẫu")
        page.locator("[name=born]").fill("1958")
        page.locator("[name=born]").press("Enter")
        assert page.get_by_text("Phần này khai đúng").is_visible()


def test_without_script_questions_show_as_they_are_asked(live_server) -> None:  # type: ignore[no-untyped-def]
    with open_page(f"{live_server.url}{DEMO}matter/", script=False) as page:
        copies, reason = page.locator("[name=copies]"), page.locator("[name=reason]")
        assert not copies.is_visible()

        page.get_by_label("Bản sao").check()
        assert copies.is_visible()
        assert not reason.is_visible()

        page.get_by_label("Bản chính cấp lại").check()
        assert reason.is_visible()
        page.locator("[name=delivery]").select_option("post")
        assert page.locator("[name='address.street']").is_visible()
        assert not page.get_by_label("Có", exact=True).is_visible()
