"""The pages as people see them: without script, on a narrow phone, with axe."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest
from django.conf import settings as django_settings
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.agreements.actor import Actor
from nentang.kernel import clock
from nentang.trust.personal_data.actions import (
    ask_export,
    file_request,
    place_hold,
    prepare_export,
    record_breach,
)
from tests.browser import assert_accessible, assert_no_sideways_scroll, open_page, small_targets
from tests.government.services.factories import (
    make_applicant,
    make_dossier,
    make_office,
    make_officer,
    sign_in,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NOW = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
ME, DESK = "/dinh-danh/du-lieu-ve-toi/", "/bao-ve-du-lieu/"


@pytest.fixture(autouse=True)
def _now_is(settings: Settings) -> None:
    settings.DEMO = True  # people sign in with one click
    clock.use(lambda: NOW)


@contextmanager
def page_of(
    actor: Actor, server: LiveServer, address: str, *, width: int, script: bool = True
) -> Iterator[Page]:
    """The page, opened by that person."""
    name, home = django_settings.SESSION_COOKIE_NAME, f"{server.url}/"
    client = sign_in(actor)
    with open_page(home, width=width, script=script) as page:
        page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": home}])
        page.goto(f"{server.url}{address}")
        yield page


def check(page: Page) -> None:
    """axe at both widths, nothing stands out at the side, everything can be touched."""
    for width in (1280, 320):
        assert_no_sideways_scroll(page, width)
        assert_accessible(page)


def test_a_citizen_asks_for_everything_and_follows_a_request_without_script(
    live_server: LiveServer,
) -> None:
    office = make_office(at=NOW)
    make_officer(office.body, "data_protection", at=NOW)
    mother = make_applicant(at=NOW)

    with page_of(mother, live_server, "/dinh-danh/", width=320, script=False) as page:
        page.get_by_role("link", name="Dữ liệu về tôi").click()
        page.get_by_role("button", name="Xin dữ liệu về tôi").click()
        expect(page.get_by_text("Đang gom dữ liệu")).to_be_visible()
        page.get_by_role("link", name="Gửi yêu cầu").click()
        expect(page.get_by_text("trả lời trong 2 ngày làm việc")).to_be_visible()
        page.get_by_label("Sửa dữ liệu sai").check()
        page.get_by_label("Nói rõ hơn").fill("Tên đệm đúng là Thị.")
        page.get_by_role("button", name="Gửi yêu cầu").click()
        expect(page.get_by_text("Tên đệm đúng là Thị.")).to_be_visible()
        page.get_by_role("button", name="Rút yêu cầu").click()
        expect(page.get_by_text("Người yêu cầu đã rút").first).to_be_visible()


def test_the_citizens_pages_pass_axe(live_server: LiveServer) -> None:
    office = make_office(at=NOW)
    make_officer(office.body, "data_protection", at=NOW)
    mother = make_applicant(at=NOW)
    export = ask_export(actor=mother, at=NOW)
    prepare_export(export_id=export.pk, at=NOW)
    code = _asked(mother, office.body.pk, "correction")

    with page_of(mother, live_server, ME, width=320) as page:
        check(page)
        page.set_viewport_size({"width": 320, "height": 740})
        assert not small_targets(page)
        for address in (f"{ME}yeu-cau/", f"{ME}yeu-cau/{code}/", "/dinh-danh/"):
            page.goto(f"{live_server.url}{address}")
            check(page)


def test_the_desk_passes_axe_and_answers(live_server: LiveServer) -> None:
    office = make_office(at=NOW)
    guard = make_officer(office.body, "data_protection", at=NOW)
    mother = make_applicant(at=NOW)
    dossier = make_dossier(office=office, applicant=mother, at=NOW)
    code = _asked(mother, office.body.pk, "erasure", about=dossier.code)
    place_hold(
        case_code=dossier.code,
        reason="Khiếu nại",
        until_on=date(2050, 1, 1),
        actor=guard,
        at=NOW,
    )
    record_breach(
        organization_id=office.body.pk,
        what="Gửi nhầm thư.",
        measures="Đã thu hồi.",
        places=["services.Dossier"],
        people=2,
        found_at=NOW - timedelta(hours=1),
        actor=guard,
        at=NOW,
    )

    with page_of(guard, live_server, DESK, width=1280) as page:
        for address in (DESK, f"{DESK}lenh-giu/", f"{DESK}vi-pham/", f"{DESK}yeu-cau/{code}/"):
            page.goto(f"{live_server.url}{address}")
            check(page)
        page.get_by_label("Câu trả lời").fill("Hồ sơ đang tranh chấp.")
        page.get_by_role("button", name="Từ chối").click()
        expect(page.get_by_text("Theo quy định:")).to_be_visible()


def _asked(actor: Actor, organization_id: int, kind: str, about: str = "") -> str:
    return file_request(
        kind=kind,
        organization_id=organization_id,
        about=about,
        words="Xin làm giúp.",
        actor=actor,
        at=NOW,
    ).case.code
