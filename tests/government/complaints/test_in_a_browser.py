"""Complaints as people see them: on a phone without script, and at the desk."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest
from django.conf import settings as django_settings
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.agreements.actor import Actor
from nentang.foundation.identity.public import Account
from nentang.foundation.outbox.public import run_until_quiet
from nentang.government.complaints import actions
from nentang.government.complaints.models import Complaint
from nentang.government.services.actions import begin_assisting
from nentang.kernel import clock
from tests.browser import (
    assert_accessible,
    assert_no_sideways_scroll,
    open_page,
    small_targets,
)
from tests.government.services.factories import make_applicant

from .factories import accept, complained, decide, make_place, refused_dossier

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _now_is(at: datetime, settings: Settings) -> None:
    settings.AXES_ENABLED = False  # the test client signs in without an address
    clock.use(lambda: at + 5 * HOUR)


@contextmanager
def page_of(actor: Actor, url: str, *, width: int = 1280, script: bool = True) -> Iterator[Page]:
    """The page, opened by that person."""
    client = Client()
    account = Account.objects.get(pk=actor.account_id)
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    name = django_settings.SESSION_COOKIE_NAME
    home = "/".join(url.split("/")[:3]) + "/"
    with open_page(home, width=width, script=script) as page:
        page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": home}])
        page.goto(url)
        yield page


def check(page: Page) -> None:
    """axe at both widths, and nothing stands out at the side."""
    for width in (1280, 320):
        assert_no_sideways_scroll(page, width)
        assert_accessible(page)


def _is_pressed(element: str) -> bool:
    """Whether it is a button or a field, and not a link of the path above or a choice in its label."""
    return "radio" not in element and (not element.startswith("<a ") or "button" in element)


def test_somebody_complains_on_a_phone_without_script(
    live_server: LiveServer, at: datetime
) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    code = refused_dossier(place, citizen, at)

    with page_of(citizen, f"{live_server.url}/ho-so/{code}/", width=360, script=False) as page:
        page.get_by_role("link", name="Khiếu nại", exact=True).click()
        page.get_by_label("Kết quả, quyết định giải quyết hồ sơ").check()
        page.get_by_role("button", name="Tiếp tục").click()
        page.get_by_label("Việc đã xảy ra thế nào").fill("Giấy đã cấp là của người khác.")
        page.get_by_label("Đề nghị cơ quan làm gì").fill("Xem lại.")
        page.get_by_role("button", name="Gửi khiếu nại").click()
        expect(page.get_by_text("Đã gửi khiếu nại.")).to_be_visible()

    assert Complaint.objects.get().demand == "Xem lại."


def test_the_pages_of_the_person_pass_axe_and_can_be_touched(
    live_server: LiveServer, at: datetime
) -> None:
    _place, citizen, complaint = complained(at)
    home, code = live_server.url, complaint.code

    with page_of(citizen, f"{home}/ho-so/{complaint.dossier.code}/khieu-nai/") as page:
        check(page)
        for path in (
            f"/ho-so/{complaint.dossier.code}/khieu-nai/?ve=fee",
            f"/ho-so/{complaint.dossier.code}/",
            "/khieu-nai/",
            f"/khieu-nai/{code}/?moi",
            f"/khieu-nai/{code}/rut/",
        ):
            page.goto(f"{home}{path}")
            check(page)
            assert not [each for each in small_targets(page) if _is_pressed(each)], path


def test_a_decision_and_the_second_complaint_pass_axe(
    live_server: LiveServer, at: datetime
) -> None:
    place, citizen, complaint = complained(at)
    accept(complaint, place.deputy, at + HOUR)
    decide(complaint, place.deputy, at + 2 * HOUR, "wrong")
    run_until_quiet(at=at + 3 * HOUR)
    page_url = f"{live_server.url}/khieu-nai/{complaint.code}/"

    with page_of(citizen, page_url) as page:
        check(page)
        page.get_by_role("link", name="Khiếu nại lần hai").click()
        check(page)


def test_the_pages_of_the_desk_pass_axe_and_fit_a_phone(
    live_server: LiveServer, at: datetime
) -> None:
    place, _citizen, complaint = complained(at)
    desk = f"{live_server.url}/mot-cua/khieu-nai/{complaint.code}/"

    with page_of(place.deputy, desk) as page:
        check(page)
        page.set_viewport_size({"width": 1280, "height": 800})
        page.locator(".desk-step summary").first.click()
        page.get_by_label("Loại vụ việc").select_option(label="Vụ việc phức tạp")
        page.get_by_role("button", name="Thụ lý", exact=True).click()
        expect(page.get_by_text("Đang giải quyết").first).to_be_visible()
        asked = actions.ask_explanation(
            code=complaint.code,
            question="Vì sao?",
            working_days=3,
            actor=place.deputy,
            at=at + HOUR,
        )
        page.goto(desk)
        for step in page.locator(".desk-step summary").all():
            step.click()
        check(page)
    with page_of(place.clerk, f"{live_server.url}/mot-cua/giai-trinh/{asked.case.code}/") as page:
        check(page)
    with page_of(place.leader, desk) as page:
        expect(page.get_by_text("Giao cho người khác")).to_be_visible()


def test_the_pages_at_the_counter_pass_axe_and_write_down_without_script(
    live_server: LiveServer, at: datetime
) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    code = refused_dossier(place, citizen, at)
    acting = begin_assisting(
        person_id=citizen.person_id or 0, consent="7", actor=place.clerk, at=at
    )
    start = f"{live_server.url}/mot-cua/ghi-khieu-nai/{acting.mandate_id}/"

    with page_of(place.clerk, start, width=360, script=False) as page:
        page.get_by_role("link", name="Ghi khiếu nại").click()
        page.get_by_label("Kết quả, quyết định giải quyết hồ sơ").check()
        page.get_by_label("Việc đã xảy ra thế nào").fill("Giấy của người khác.")
        page.get_by_label("Đề nghị cơ quan làm gì").fill("Xem lại.")
        page.get_by_role("button", name="Gửi khiếu nại").click()
        expect(page.get_by_role("heading", name="Biên nhận khiếu nại")).to_be_visible()
        receipt = page.url
    with page_of(place.clerk, start) as page:
        check(page)
        page.goto(f"{start}{code}/")
        check(page)
        page.goto(f"{live_server.url}/mot-cua/lam-thay/")
        check(page)
        page.goto(receipt)
        check(page)
