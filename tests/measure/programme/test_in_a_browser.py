"""Targets as people see them: the chart, the desk by keyboard without script, on a phone, with axe."""

from datetime import date, datetime

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.kernel import clock
from nentang.measure.programme.models import PlanTarget
from tests.browser import assert_accessible, assert_no_sideways_scroll
from tests.government.complaints.test_in_a_browser import page_of

from .factories import TYPED, Planners, drafted, make_planners, published, reported, submitted
from .test_plan import obstacle

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def planners(at: datetime, settings: Settings) -> Planners:
    settings.AXES_ENABLED = False  # the test client signs in without an address
    clock.use(lambda: at)
    return make_planners(at=at)


def check(page: Page) -> None:
    """axe and no sideways scroll at the desk, on a phone, and enlarged four times."""
    for width in (1280, 360, 320):
        assert_no_sideways_scroll(page, width)
        assert_accessible(page)


def test_a_planner_fills_in_a_target_without_script(
    live_server: LiveServer, planners: Planners
) -> None:
    url = f"{live_server.url}/muc-tieu/co-quan/them/"
    with page_of(planners.planner, url, width=360, script=False) as page:
        for name, typed in TYPED.items():
            if name in ("unit", "better", "course"):
                page.locator(f"#{name}").select_option(typed)
            else:
                page.locator(f"#{name}").fill(typed)
        page.get_by_role("button", name="Lưu và trình duyệt").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_text("Đã trình duyệt.")).to_be_visible()
    assert PlanTarget.objects.get().case.state == "submitted"


def test_the_pages_hold_on_a_phone(
    live_server: LiveServer, planners: Planners, at: datetime
) -> None:
    target = published(planners, at=at)
    for value, day in (("14", date(2020, 5, 1)), ("24", date(2020, 11, 30))):
        reported(planners, target, value, day, at=at)
    obstacle(planners, target.code, at)
    waiting, draft = submitted(planners, at=at), drafted(planners, at=at)
    with page_of(planners.leader, f"{live_server.url}/muc-tieu/") as page:
        addresses = (
            *("", f"?co-quan={planners.body.pk}", f"{target.code}/", f"{target.code}/ban/1/"),
            *("egdi/", "co-quan/", "co-quan/them/", f"co-quan/{target.code}/"),
            *(f"co-quan/{waiting.code}/", f"co-quan/{draft.code}/"),
        )
        for address in addresses:
            page.goto(f"{live_server.url}/muc-tieu/{address}")
            check(page)
