"""Registers as officers see them: a reason first, then the record, its history, pairs and tables."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

import pytest
from django.conf import settings as django_settings
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.agreements.actor import Actor
from nentang.foundation.identity.public import Account
from nentang.foundation.outbox.public import run_until_quiet
from nentang.foundation.registers.actions import start_import
from nentang.foundation.registers.models import PossibleDuplicate, Reexamination
from nentang.foundation.registers.public import Act
from nentang.government.population.actions import write_identity
from nentang.kernel import clock
from tests.browser import assert_accessible, assert_no_sideways_scroll, open_page
from tests.government.population.factories import BOOK, Commune, make_citizen, make_commune

from .test_evidence import take_names
from .test_imports import GOOD, HEAD, WRONG_SEX

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RECORDS = "/co-so-du-lieu/population/"


@pytest.fixture
def commune(at: datetime, settings: Settings) -> Commune:
    settings.AXES_ENABLED = False  # the test client signs in without an address
    clock.use(lambda: at)
    return make_commune(at=at)


@contextmanager
def page_of(actor: Actor, server: LiveServer, path: str) -> Iterator[Page]:
    """The page, opened by that officer."""
    client = Client()
    account = Account.objects.get(pk=actor.account_id)
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    name = django_settings.SESSION_COOKIE_NAME
    home = f"{server.url}/"
    with open_page(home, width=1280) as page:
        page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": home}])
        page.goto(f"{server.url}{path}")
        yield page


def check(page: Page) -> None:
    """axe at both widths, and nothing stands out at the side."""
    for width in (1280, 320):
        assert_no_sideways_scroll(page, width)
        assert_accessible(page)


def test_a_record_is_read_once_it_was_said_why(
    commune: Commune, at: datetime, live_server: LiveServer
) -> None:
    citizen = make_citizen(commune=commune, at=at)
    write_identity(
        citizen=citizen,
        said={"full_name": "Lê Thị Nháp"},
        act=Act.CORRECTION,
        basis=BOOK,
        actor=commune.registrar,
        at=at,
    )
    with page_of(commune.registrar, live_server, RECORDS) as page:
        page.get_by_label("Tìm theo tên hoặc số").fill("nhap")
        page.locator("main").get_by_role("button", name="Tìm", exact=True).click()
        page.get_by_role("link", name="Lê Thị Nháp, 1987").click()
        check(page)
        page.get_by_label("Giải quyết hồ sơ").check()
        page.get_by_label("Mã hồ sơ hoặc số văn bản").fill("H42-1")
        page.get_by_role("button", name="Xem bản ghi").click()
        expect(page.get_by_text("Đang xem để: Giải quyết hồ sơ: H42-1.")).to_be_visible()
        check(page)
        page.get_by_role("link", name="Xem lịch sử bản ghi").click()
        expect(page.locator("main").get_by_text("Lê Thị Mẫu").first).to_be_visible()
        check(page)


def test_two_that_may_be_one_stand_side_by_side(
    commune: Commune, at: datetime, live_server: LiveServer
) -> None:
    make_citizen(commune=commune, at=at)
    make_citizen(
        commune=commune,
        at=at,
        number="083187000099",
        full_name="Lê Thị Mậu",
        birth_on=date(1987, 9, 6),
    )
    run_until_quiet(at=at)
    with page_of(commune.registrar, live_server, f"{RECORDS}trung/") as page:
        check(page)
        page.get_by_role("link", name="083187000001 – 083187000099").click()
        check(page)
        page.get_by_label("Lý do").fill("Hai chị em")
        page.get_by_role("button", name="Khác nhau").click()
        expect(page.get_by_text("Không có cặp nào chờ xem.")).to_be_visible()
    assert PossibleDuplicate.objects.get().reason == "Hai chị em"


def test_a_table_says_which_rows_are_wrong(
    commune: Commune, at: datetime, live_server: LiveServer
) -> None:
    run = start_import(
        register="population",
        content=(HEAD + GOOD + WRONG_SEX).encode(),
        filename="dan-cu.csv",
        organization_id=commune.body.pk,
        actor=commune.registrar,
        at=at,
    )
    run_until_quiet(at=at)
    with page_of(commune.registrar, live_server, f"{RECORDS}nhap/{run.pk}/") as page:
        expect(page.get_by_text("1 dòng chưa vào được")).to_be_visible()
        check(page)


def test_who_used_what_was_wrong_sees_then_and_now(
    commune: Commune, at: datetime, live_server: LiveServer
) -> None:
    citizen = make_citizen(commune=commune, at=at)
    take_names(citizen, commune, at)
    write_identity(
        citizen=citizen,
        said={"birth_on": date(1987, 9, 6)},
        act=Act.CORRECTION,
        basis=BOOK,
        actor=commune.registrar,
        at=at,
    )
    run_until_quiet(at=at)
    code = Reexamination.objects.get().case.code
    with page_of(commune.stranger, live_server, f"/xem-lai/{code}/") as page:
        expect(page.get_by_text("06/09/1987")).to_be_visible()
        check(page)
        page.get_by_label("Lý do").fill("Không ảnh hưởng")
        page.get_by_role("button", name="Kết quả không đổi").click()
    assert Reexamination.objects.get().outcome == "Không ảnh hưởng"
