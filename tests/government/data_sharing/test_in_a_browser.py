"""Pages of data sharing as people see them: narrow without script, wide at the desk, with axe."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import pytest
from django.conf import settings as django_settings
from django.test import Client
from playwright.sync_api import Page
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.agreements.actor import Actor
from nentang.foundation.identity.public import Account
from nentang.government.data_sharing import actions
from nentang.kernel import clock
from tests.browser import assert_accessible, assert_no_sideways_scroll, open_page

from .factories import ask, certified, make_network

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ROOT = "/chia-se-du-lieu/"


@pytest.fixture(autouse=True)
def _now_is(at: datetime, settings: Settings, tmp_path: object) -> None:
    settings.AXES_ENABLED = False  # the test client signs in without an address
    settings.EXCHANGE_FOLDER = tmp_path
    clock.use(lambda: at)


@contextmanager
def page_of(actor: Actor, home: str, *, width: int, script: bool = True) -> Iterator[Page]:
    client = Client()
    account = Account.objects.get(pk=actor.account_id)
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    name = django_settings.SESSION_COOKIE_NAME
    with open_page(home, width=width, script=script) as page:
        page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": home}])
        yield page


def test_every_page_is_readable_on_a_phone_and_passes_axe(
    live_server: LiveServer, at: datetime
) -> None:
    network = make_network(at=at)
    certified(network.asker, "one-stop", network.asker_admin, at)
    waiting = ask(network, at, rows={"address.province": ["98"]})
    done = ask(network, at, purpose="inspection")
    actions.grant_access(code=done.code, answer="Đồng ý", actor=network.holder_leader, at=at)
    service = f"{ROOT}dich-vu/{network.service.pk}/"
    pages = (
        (network.asker_admin, (ROOT, service, f"{service}de-nghi/", f"{ROOT}quyen/")),
        (network.asker_admin, (f"{ROOT}co-quan/", f"{ROOT}mang/")),
        (network.holder_leader, (f"{ROOT}de-nghi/{waiting.code}/", f"{ROOT}de-nghi/{done.code}/")),
    )
    for actor, addresses in pages:
        with page_of(actor, f"{live_server.url}/", width=360) as page:
            for address in addresses:
                page.goto(f"{live_server.url}{address}")
                assert_no_sideways_scroll(page, 360)
                assert_accessible(page)


def test_an_officer_asks_without_script_and_a_leader_grants(
    live_server: LiveServer, at: datetime
) -> None:
    network = make_network(at=at)
    with page_of(network.asker_admin, f"{live_server.url}/", width=1280, script=False) as page:
        page.goto(f"{live_server.url}{ROOT}dich-vu/{network.service.pk}/de-nghi/")
        page.get_by_label("Nói rõ dùng ở bước nào").fill("Điền sẵn tờ khai")
        page.get_by_label("Căn cứ pháp lý").fill("Nghị định 61/2018/NĐ-CP")
        page.get_by_label("họ và tên").check()
        page.get_by_role("button", name="Gửi đề nghị").click()
        address = page.url
    with page_of(network.holder_leader, f"{live_server.url}/", width=360, script=False) as page:
        page.goto(address)
        page.get_by_role("button", name="Cấp quyền đúng như đề nghị").click()
        assert page.get_by_text("Đã cấp quyền").first.is_visible()
