"""A mother registers a birth on her phone; the commune receives, signs, delivers; she checks it all."""

import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import pytest
from django.db import connections
from playwright.sync_api import Page
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.agreements.actor import SYSTEM
from nentang.foundation.outbox.public import run_until_quiet
from nentang.government.services.models import Dossier
from nentang.kernel import clock
from nentang.measure.indicators.public import compute_indicators, value_of
from tests.browser import assert_accessible, assert_no_sideways_scroll, open_page
from tests.foundation.identity.factories import make_account, make_person
from tests.government.services.factories import PIXEL, make_office

pytestmark = [pytest.mark.browser, pytest.mark.pdfsig]

ANSWERS = (
    {"relation": "mother"},
    {
        "child_name": "Lê An Nháp",
        "child_sex": "female",
        "child_birth_on": "1/12/2020",
        "child_birth_place": "Trạm y tế xã Mẫu",
        "child_home_town": "Xã Mẫu, huyện Mẫu",
    },
    {"mother_residence": "Xã Mẫu"},
    {"father_known": "no"},
    {},
)


def test_from_the_phone_to_the_signed_certificate(
    live_server: LiveServer, settings: Settings, tmp_path: Path, at: datetime
) -> None:
    settings.DEMO = True
    clock.use(lambda: at)
    mother = make_account(at=at, person=make_person(at=at, full_name="Lê Thị Mẫu"), assurance=2)
    office = make_office(at=at)
    proof = tmp_path / "giay-chung-sinh.png"
    proof.write_bytes(PIXEL)

    with open_page(live_server.url + "/dang-nhap/", width=360) as phone:
        become(phone, mother.pk)
        code = register_birth(phone, live_server.url, proof)
        become(phone, office.clerk.account_id)
        desk_step(phone, live_server.url, code, "nhan")
        desk_step(phone, live_server.url, code, "trinh")
        become(phone, office.leader.account_id)
        desk_step(phone, live_server.url, code, "ky")
        work_behind_the_pages(at)
        become(phone, mother.pk)
        phone.goto(f"{live_server.url}/ho-so/{code}/")
        assert_accessible(phone)
        assert_no_sideways_scroll(phone, 360)
        phone.set_viewport_size({"width": 360, "height": 800})
        with phone.expect_download() as download:
            phone.locator("main a[href*='/giay-to/']").first.click()
            link = phone.locator("main a[href*='/tep/']").first
            phone.evaluate("link => link.setAttribute('download', '')", link.element_handle())
            link.click()
        signed = tmp_path / "khai-sinh.pdf"
        download.value.save_as(signed)
        phone.goto(f"{live_server.url}/ai-da-xem/")
        looks = phone.content()

    verdict = subprocess.run(["pdfsig", signed], capture_output=True, text=True).stdout
    compute_indicators(actor=SYSTEM, at=at)
    share = value_of(
        "services.digital_commune", "98001", first=at.date(), last=at.date(), on=at.date()
    )
    assert "Signature is Valid" in verdict
    assert "Giải quyết hồ sơ" in looks
    assert share.value == 1.0


def work_behind_the_pages(at: datetime) -> None:
    """What the worker does, in a thread of its own: the browser's loop lives in this one."""

    def work() -> None:
        run_until_quiet(at=at)
        connections.close_all()

    with ThreadPoolExecutor(1) as worker:
        worker.submit(work).result()


def become(page: Page, account_id: int | None) -> None:
    """Sign in as one of the invented people, as the demo lets one do."""
    base = re.match(r"https?://[^/]+", page.url)
    page.context.clear_cookies()
    page.goto(f"{base[0] if base else ''}/dang-nhap/")
    page.locator(f"button[name=account][value='{account_id}']").click()
    page.wait_for_load_state()


def register_birth(page: Page, base: str, proof: Path) -> str:
    """Fill in every step and send; the code of the dossier."""
    page.goto(f"{base}/dich-vu-cong/1.001193/nop/?q=xa+mau")
    page.locator("form[action*='/nop/'] button").first.click()
    for number, answers in enumerate(ANSWERS):
        page.wait_for_load_state()
        for name, value in answers.items():
            fill(page, name, value)
        if number == len(ANSWERS) - 1:
            page.set_input_files("input[type=file]", str(proof))
        assert_no_sideways_scroll(page, 360)
        page.locator("button.button[name=_go][value=next]").click()
    page.wait_for_url("**/xem-lai/")
    assert_accessible(page)
    page.locator("main form button.button:not(.quiet)").last.click()
    page.wait_for_url("**/ho-so/*/?moi=1")
    return Dossier.objects.latest("id").code


def fill(page: Page, name: str, value: str) -> None:
    """Answer one question, whatever it is asked by."""
    field = page.locator(f"[name='{name}']").first
    if field.get_attribute("type") == "radio":
        page.locator(f"[name='{name}'][value='{value}']").check()
    else:
        field.fill(value)


def desk_step(page: Page, base: str, code: str, step: str) -> None:
    """Open the dossier at the desk and press one button."""
    page.goto(f"{base}/mot-cua/ho-so/{code}/")
    page.locator(f"form[action$='/{step}/'] button").first.click()
    page.wait_for_load_state()
