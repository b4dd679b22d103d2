"""The officers' pages as they see them: with axe, on a phone, and by the keyboard alone."""

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
from nentang.government.civil_status import actions
from nentang.government.civil_status.models import BirthEntry
from nentang.kernel import clock
from tests.browser import assert_accessible, assert_no_sideways_scroll, open_page

from .factories import (
    Books,
    birth_dossier,
    birth_typed,
    make_birth,
    make_books,
    make_marriage,
    make_paper_book,
    old_birth_typed,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _now_is(at: datetime, settings: Settings) -> None:
    settings.AXES_ENABLED = False  # the test client signs in without an address
    clock.use(lambda: at)


@contextmanager
def page_of(actor: Actor, url: str) -> Iterator[Page]:
    """The page, opened by that officer."""
    client = Client()
    account = Account.objects.get(pk=actor.account_id)
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    name = django_settings.SESSION_COOKIE_NAME
    home = "/".join(url.split("/")[:3]) + "/"
    with open_page(home) as page:
        page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": home}])
        page.goto(url)
        yield page


def check(page: Page) -> None:
    """axe at both widths, and nothing stands out at the side."""
    for width in (1280, 320):
        assert_no_sideways_scroll(page, width)
        assert_accessible(page)


def _typed_differently(books: Books, at: datetime) -> str:
    """The address of a paper book: line 1 differs, line 2 waits, line 3 is new."""
    book = make_paper_book(books, at)
    by = {"book": book, "at": at}
    actions.type_line(number=1, typed=old_birth_typed(), actor=books.registrar, **by)
    other = old_birth_typed(full_name="Lê Thị Cũng")
    actions.type_line(number=1, typed=other, actor=books.second, **by)
    actions.type_line(number=2, typed=old_birth_typed(), actor=books.registrar, **by)
    return f"/ho-tich/so-giay/{book.pk}/"


def test_the_pages_of_the_desk_pass_axe_and_fit_a_phone(
    live_server: LiveServer, at: datetime
) -> None:
    books = make_books(at=at)
    birth, marriage = make_birth(books, at), make_marriage(books, at)
    dossier, book = birth_dossier(books, at), _typed_differently(books, at)

    with page_of(books.second, f"{live_server.url}/ho-tich/") as page:
        check(page)
        for path in (
            "/ho-tich/cho-ghi/",
            "/ho-tich/ghi/births/",
            "/ho-tich/ghi-viec-cu/deaths/",
            f"/ho-tich/viec/births/{birth.code}/trich-luc/",
            f"/ho-tich/viec/births/{birth.code}/thay-doi/",
            f"/ho-tich/viec/marriages/{marriage.code}/cham-dut/",
            "/ho-tich/so-giay/",
            book,
            f"{book}dong/1/",
            f"{book}dong/2/",
        ):
            page.goto(f"{live_server.url}{path}")
            check(page)
    with page_of(books.clerk, f"{live_server.url}/ho-tich/ho-so/{dossier}/") as page:
        check(page)


def test_a_line_is_typed_with_the_keyboard_alone(live_server: LiveServer, at: datetime) -> None:
    books = make_books(at=at)
    book = make_paper_book(books, at)

    for actor in (books.registrar, books.second):
        with page_of(actor, f"{live_server.url}/ho-tich/so-giay/{book.pk}/dong/1/") as page:
            expect(page.locator("[autofocus]")).to_be_focused()  # a busy browser focuses late
            for text in ("7/12/2010", "Lê Thị Cũ"):
                page.keyboard.type(text)
                page.keyboard.press("Tab")
            page.keyboard.press("ArrowDown")
            page.keyboard.press("ArrowDown")
            page.keyboard.press("Tab")
            page.keyboard.type("1/12/2010")
            page.keyboard.press("Enter")
            expect(page.get_by_role("heading", level=1)).to_contain_text("Số 2")

    assert BirthEntry.objects.get().code == "KS-37101-2010-01-0001"


def test_an_officer_is_told_before_a_late_birth_is_written(
    live_server: LiveServer, at: datetime
) -> None:
    books = make_books(at=at)
    with page_of(books.registrar, f"{live_server.url}/ho-tich/ghi/births/") as page:
        page.get_by_label("Họ, chữ đệm, tên", exact=True).fill(birth_typed()["full_name"])
        page.get_by_label("Giới tính").select_option("female")
        page.get_by_label("Ngày, tháng, năm sinh").fill("1/9/2020")
        page.get_by_role("button", name="Ghi vào sổ").click()
        expect(page.get_by_text("Đăng ký quá hạn 37 ngày")).to_be_visible()
        check(page)
        page.get_by_role("button", name="Ghi vào sổ").click()
        page.get_by_label("Giải quyết hồ sơ").check()
        page.get_by_label("Mã hồ sơ hoặc số văn bản").fill("H42-1")
        page.get_by_role("button", name="Xem bản ghi").click()
        expect(page.get_by_role("link", name="Cấp trích lục")).to_be_visible()
        check(page)
