"""Tasks as people see them: by keyboard without script, on a phone and at the desk."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.kernel import clock
from nentang.measure.tasks import actions
from nentang.measure.tasks.models import Decision
from nentang.measure.tasks.rules.intake import Paper
from tests.browser import assert_accessible, assert_no_sideways_scroll
from tests.government.complaints.test_in_a_browser import page_of
from tests.measure.tasks.documents import HEAD, ROWS, word_of
from tests.measure.tasks.factories import (
    AT,
    IN_TIME,
    Set,
    assigned,
    handed_on,
    imported,
    make_set,
    reported,
    taken_up,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HERE = "/nhiem-vu/"


@pytest.fixture
def those(settings: Settings) -> Set:
    settings.AXES_ENABLED = False  # the test client signs in without an address
    clock.use(lambda: AT)
    return make_set()


def check(page: Page) -> None:
    """axe and no sideways scroll at the desk, on a phone, and enlarged four times."""
    for width in (1280, 360, 320):
        assert_no_sideways_scroll(page, width)
        assert_accessible(page)


def test_a_decision_is_read_and_confirmed_without_script(
    live_server: LiveServer, those: Set, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("vb") / "ke-hoach.docx"
    file.write_bytes(word_of(rows=(HEAD, *ROWS)))
    with page_of(those.setter, f"{live_server.url}{HERE}nhap/", width=360, script=False) as page:
        page.get_by_label("Số, ký hiệu").fill("12/KH-UBND")
        page.get_by_label("Trích yếu").fill("Kế hoạch mẫu")
        page.get_by_label("Nơi ban hành").fill("UBND tỉnh Mẫu")
        page.get_by_label("Ngày ban hành").fill("2020-06-03")
        page.get_by_label("Tệp văn bản").set_input_files(file)
        page.get_by_role("button", name="Đọc tệp").press("Enter")
        expect(page.get_by_text("Đã đọc tệp.")).to_be_visible()
        page.get_by_label("Số hoá hồ sơ lưu trữ").press("Space")
        page.get_by_role("button", name="Giao các dòng đã đánh dấu").press("Enter")
        expect(page.get_by_text("Đã giao 1 nhiệm vụ.")).to_be_visible()

    assert Decision.objects.get().tasks.count() == 1


def test_the_pages_of_whoever_sets_tasks_pass_axe(live_server: LiveServer, those: Set) -> None:
    decision = imported(those, word_of(rows=(HEAD, *ROWS)), "a.docx")
    number = decision.rows.latest("number").number
    with page_of(those.setter, f"{live_server.url}{HERE}nhap/") as page:
        check(page)
        for where in (f"{decision.code}/", f"{decision.code}/dong/{number}/"):
            page.goto(f"{live_server.url}{HERE}nhap/{where}")
            check(page)
        page.goto(f"{live_server.url}{HERE}ban-chi-dao/ghi/")
        check(page)


def test_the_pages_of_a_task_pass_axe(live_server: LiveServer, those: Set) -> None:
    whole = assigned(those)
    handed_on(those, whole)
    task = taken_up(those, symbol="14/KH")
    by = {"code": task.code, "actor": those.district.clerk}
    actions.ask_extension(**by, until_on=date(2021, 3, 1), reason="Chờ kinh phí", at=AT)
    reported(those, taken_up(those, symbol="16/KH"))
    with page_of(those.judge, f"{live_server.url}{HERE}cua-toi/") as page:
        check(page)
        page.goto(f"{live_server.url}{HERE}viec/{task.code}/")
        check(page)
    with page_of(those.district.clerk, f"{live_server.url}{HERE}viec/{whole.code}/") as page:
        check(page)
        page.goto(f"{live_server.url}{HERE}viec/{whole.code}/giao-xuong/")
        check(page)


def test_the_pages_for_everybody_pass_axe(live_server: LiveServer, those: Set) -> None:
    assigned(those, due="1/9/2020")
    taken_up(those, symbol="14/KH")
    actions.record_committee(
        organization_id=those.province.body.pk,
        paper=Paper("1/QĐ", date(2020, 5, 1)),
        head_office="Chủ tịch",
        actor=those.judge,
        at=AT,
    )
    clock.use(lambda: IN_TIME)
    code = Decision.objects.earliest("pk").code
    with page_of(those.judge, f"{live_server.url}{HERE}") as page:
        check(page)
        for where in (
            "danh-sach/",
            "bang/",
            f"van-ban/{code}/",
            "ban-chi-dao/",
            "cua-toi/qua-han/",
        ):
            page.goto(f"{live_server.url}{HERE}{where}")
            check(page)
