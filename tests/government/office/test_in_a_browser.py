"""The office as people see it: axe on every page, a leader who signs on a phone, a clerk with the keyboard."""

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
from nentang.government.office import actions
from nentang.government.office.models import OutgoingDocument
from nentang.kernel import clock
from tests.browser import (
    assert_accessible,
    assert_no_sideways_scroll,
    open_page,
    small_targets,
)

from .factories import directed, drafted, entered, initialled, make_places, sent

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _now_is(at: datetime, settings: Settings) -> None:
    settings.AXES_ENABLED = False  # the test client signs in without an address
    clock.use(lambda: at + HOUR)


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


def test_every_page_of_the_clerk_passes_axe(live_server: LiveServer, at: datetime) -> None:
    commune, district = make_places(at=at)
    _document, arrived = sent(commune, district, at)
    entered(district, at)
    home = f"{live_server.url}/van-thu/"

    with page_of(district.document_clerk, home) as page:
        check(page)
        for path in ("den/", "den/them/", f"den/{arrived.code}/", "ky-hieu/", "ho-so/"):
            page.goto(f"{home}{path}")
            check(page)


def test_every_page_of_specialist_and_helper_passes_axe(
    live_server: LiveServer, at: datetime
) -> None:
    commune, _ = make_places(at=at)
    came = directed(commune, at, helpers=(commune.head,))
    own = drafted(commune, at)
    actions.remark_draft(code=own.code, text="Thêm căn cứ", actor=commune.head, at=at)
    file = actions.open_work_file(
        organization_id=commune.body.pk,
        title="Việc mẫu",
        retention_years=10,
        actor=commune.specialist,
        at=at,
    )
    actions.file_document(code=came.code, work_file=file.code, actor=commune.head, at=at)
    home = f"{live_server.url}/van-thu/"

    with page_of(commune.specialist, home) as page:
        for path in (
            "",
            "di/",
            "di/soan/",
            f"di/{own.code}/",
            f"di/{own.code}/sua/",
            f"den/{came.code}/",
            f"ho-so/{file.code}/",
        ):
            page.goto(f"{home}{path}")
            check(page)
    with page_of(commune.head, f"{home}phoi-hop/{came.tasks.get().case.code}/") as page:
        check(page)


def test_a_leader_signs_on_a_phone_without_script(live_server: LiveServer, at: datetime) -> None:
    commune, _ = make_places(at=at)
    document = initialled(commune, at)
    home = f"{live_server.url}/van-thu/"

    with page_of(commune.leader, home, width=360, script=False) as page:
        page.get_by_role("link", name="Thành lập tổ mẫu").click()
        assert not [each for each in small_targets(page) if "button" in each]
        sign = page.get_by_role("button", name="Ký", exact=True)
        box = sign.bounding_box()
        assert box is not None
        assert box["y"] < 2 * 740, "the signature is within two screens of a phone"
        sign.click()
        expect(page.get_by_text("Chờ cấp số, phát hành").first).to_be_visible()

    assert OutgoingDocument.objects.get(pk=document.pk).signed_at is not None


def test_a_leader_directs_with_the_keyboard_alone(live_server: LiveServer, at: datetime) -> None:
    commune, _ = make_places(at=at)
    document = entered(commune, at)

    with page_of(commune.leader, f"{live_server.url}/van-thu/den/{document.code}/") as page:
        page.get_by_label("Người chủ trì").focus()
        page.keyboard.press("End")
        page.get_by_label("Hạn xử lý").focus()
        page.keyboard.type("12152020")
        page.get_by_label("Ý kiến chỉ đạo").focus()
        page.keyboard.type("Xem và trả lời")
        page.get_by_role("button", name="Giao xử lý").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_text("Đang xử lý").first).to_be_visible()
