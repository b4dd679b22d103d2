"""The index in a real browser: axe and narrow screens, for everybody and at the desk, without script where it is read."""

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
from nentang.kernel import clock
from nentang.measure.index import actions
from tests.browser import assert_accessible, assert_no_sideways_scroll, open_page
from tests.government.catalogue.factories import make_ministry
from tests.government.services.factories import make_office

from .factories import HEAD, make_parties, make_round, proposed, sheet_in, submitted
from .test_pages import count_dossiers

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _demo(at: datetime, settings: Settings) -> None:
    settings.DEMO = True
    clock.use(lambda: at)


@contextmanager
def page_of(actor: Actor, url: str, *, script: bool = True) -> Iterator[Page]:
    """The page, opened by that person."""
    client = Client()
    account = Account.objects.get(pk=actor.account_id)
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    name = django_settings.SESSION_COOKIE_NAME
    home = "/".join(url.split("/")[:3]) + "/"
    with open_page(home, width=360, script=script) as page:
        page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": home}])
        page.goto(url)
        yield page


def check(page: Page) -> None:
    for width in (320, 360):
        assert_no_sideways_scroll(page, width)
    assert_accessible(page)


def test_everybody_reads_the_index(live_server: LiveServer, at: datetime) -> None:
    parties = make_parties(make_office(at=at).body, make_ministry(at=at, code="G14").body, at=at)
    count_dossiers(at, 3, 1)
    found = proposed(parties, at=at)
    actions.publish_results(round_id=found.pk, actor=parties.publisher, at=at)

    for path in ("", "?trong=98", "noi/98001/?nam=2020", "noi/98/?nam=2020-2&theo=2022", "noi/98/tung-nam/", "so-sanh/?noi=98", "cach-tinh/?khung=egdi", "cach-tinh/"):  # fmt: skip
        with open_page(f"{live_server.url}/chi-so-dti/{path}") as page:
            check(page)


def test_the_desk_passes_axe_and_answers_without_script(live_server: LiveServer, at: datetime) -> None:  # fmt: skip
    parties = make_parties(make_office(at=at).body, make_ministry(at=at, code="G14").body, at=at)
    open_sheet = sheet_in(make_round(parties, at=at, year=2021))
    waiting = submitted(parties, at=at)
    desk = f"{live_server.url}/chi-so-dti"

    with page_of(parties.reporter, f"{desk}/phieu/{open_sheet.code}/") as page:
        check(page)
        page.goto(f"{desk}/phieu/")
        check(page)
    with page_of(parties.appraiser, f"{desk}/phieu/{waiting.code}/") as page:
        check(page)
        page.goto(f"{desk}/dot/{waiting.round_id}/")
        check(page)
    with page_of(parties.publisher, f"{desk}/dot/mo/") as page:
        check(page)
    with page_of(parties.reporter, f"{desk}/phieu/{open_sheet.code}/", script=False) as page:
        part = page.locator("section", has=page.get_by_role("heading", name="Người đứng đầu ban chỉ đạo chuyển đổi số"))  # fmt: skip
        part.get_by_text("Trả lời", exact=True).click()
        part.locator("select").select_option("Chủ tịch")
        part.get_by_role("button", name="Lưu câu trả lời").click()
        expect(page.get_by_text("Chủ tịch").first).to_be_visible()
    assert open_sheet.replies.get(code=HEAD).claimed == "Chủ tịch"
