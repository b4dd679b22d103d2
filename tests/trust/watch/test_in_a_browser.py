"""The pages of the watch, of sessions, of lost factors and of the notice as people see them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.agreements.actor import Actor
from nentang.foundation.identity.actions import ask_factor_reset
from nentang.kernel import clock
from nentang.trust.watch.actions import raise_alarm
from nentang.trust.watch.enums import Sign
from tests.browser import assert_accessible, assert_no_sideways_scroll, open_page
from tests.government.services.factories import (
    Office,
    make_applicant,
    make_office,
    make_officer,
    sign_in,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NOW = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)


@pytest.fixture
def office(settings: Settings) -> Office:
    settings.DEMO = True  # people sign in with one click
    clock.use(lambda: NOW)
    return make_office(at=NOW)


@contextmanager
def page_of(
    actor: Actor | None, server: LiveServer, address: str, *, width: int, script: bool = True
) -> Iterator[Page]:
    """The page, opened by that person, or by anybody."""
    name, home = django_settings.SESSION_COOKIE_NAME, f"{server.url}/"
    with open_page(home, width=width, script=script) as page:
        if actor:
            key = sign_in(actor).cookies[name].value
            page.context.add_cookies([{"name": name, "value": key, "url": home}])
        page.goto(f"{server.url}{address}")
        yield page


def check(page: Page, name: str) -> None:
    """axe at both widths, nothing stands out at the side; pictures where somebody wants to look."""
    for width in (1280, 320):
        assert_no_sideways_scroll(page, width)
        assert_accessible(page)
        if folder := os.environ.get("NENTANG_PICTURES"):
            page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)


def test_a_guard_reads_an_alarm_and_says_what_it_was(
    office: Office, live_server: LiveServer
) -> None:
    guard = make_officer(office.body, "security_officer", at=NOW)
    account_id = office.clerk.account_id or 0
    raise_alarm(sign=Sign.LOOKS, account_id=account_id, count=99, usual=7, at=NOW)
    with page_of(guard, live_server, "/canh-bao/", width=320) as page:
        check(page, "alarms")
        page.get_by_role("link", name="Xem dữ liệu của nhiều người").click()
        check(page, "alarm")
        page.get_by_label("Không phải tấn công").check()
        page.get_by_label("Đã tìm hiểu được gì").fill("Dọn hồ sơ tồn cuối năm.")
        page.get_by_role("button", name="Ghi kết luận").click()
        expect(page.get_by_text("Dọn hồ sơ tồn cuối năm.")).to_be_visible()
        check(page, "alarm-decided")


def test_one_ends_the_other_sessions(office: Office, live_server: LiveServer) -> None:
    citizen = make_applicant(at=NOW)
    sign_in(citizen)
    with page_of(citizen, live_server, "/dinh-danh/phien/", width=320) as page:
        check(page, "sessions")
        page.get_by_role("button", name="Kết thúc mọi phiên khác").click()
        expect(page.get_by_role("button", name="Kết thúc")).to_have_count(0)


def test_a_second_officer_takes_off_a_lost_factor(office: Office, live_server: LiveServer) -> None:
    loser, colleague = make_applicant(at=NOW), make_officer(office.body, "clerk", at=NOW)
    ask_factor_reset(
        account_id=loser.account_id or 0,
        organization_id=office.body.pk,
        basis="Thẻ căn cước và gương mặt",
        actor=office.clerk,
        at=NOW,
    )
    address = "/quan-tri/mat-xac-nhan/"
    with page_of(colleague, live_server, address, width=320) as page:
        check(page, "lost-factors")
        page.get_by_role("button", name="Bỏ cách xác nhận cũ").click()
        expect(page.get_by_text("Không có ai chờ.")).to_be_visible()


def test_anybody_reads_what_is_collected(office: Office, live_server: LiveServer) -> None:
    with page_of(None, live_server, "/du-lieu-ca-nhan/", width=320) as page:
        check(page, "notice")


def test_a_password_is_shown_and_measured(office: Office, live_server: LiveServer) -> None:
    with page_of(None, live_server, "/dang-ky/", width=320) as page:
        field = page.get_by_label("Mật khẩu", exact=True)
        field.fill("ngan qua")
        expect(page.get_by_text("Dễ đoán")).to_be_visible()
        field.fill("mot cau that dai de nho")
        expect(page.get_by_text("Mạnh")).to_be_visible()
        page.get_by_role("button", name="Hiện mật khẩu").click()
        expect(field).to_have_attribute("type", "text")
        check(page, "sign-up")
