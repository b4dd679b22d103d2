"""The pages of open data in a real browser: for everybody and for the office, without script, on a narrow phone."""

from datetime import datetime

import pytest
from pytest_django.live_server_helper import LiveServer

from nentang.foundation.identity.public import actor_for_account
from nentang.kernel import clock
from nentang.measure.open_data.actions import (
    answer_request,
    decide_service,
    file_request,
    register_service,
)
from tests.browser import assert_accessible, assert_no_sideways_scroll, open_page
from tests.foundation.identity.factories import make_account
from tests.measure.factories import in_month, make_country

from .factories import Keepers, make_keepers, prepared, published, run_many, take_on
from .test_pages import as_officer

RUNS = {("98001", True): 30, ("98001", False): 3, ("99002", True): 20, ("99002", False): 9}
NOVEMBER, DECEMBER = in_month(2020, 11), in_month(2020, 12)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_everybody_can_use_the_pages(live_server: LiveServer, at: datetime) -> None:
    make_country()
    keepers = make_keepers(at=at)
    clock.use(lambda: DECEMBER)
    request_code, waiting, release_id = _fill(keepers, at)
    public = ("", "bo/chuyen-xe/", "bo/chuyen-xe/ban/2/", f"yeu-cau/{request_code}/")
    office = ("", "bo/chuyen-xe/", f"ban/{release_id}/", f"yeu-cau/{waiting}/")
    cookie = as_officer(keepers.approver).cookies["phien"].value

    for path in public:
        with open_page(f"{live_server.url}/du-lieu-mo/{path}", script=path != "") as page:
            if path:
                assert_accessible(page)
            assert_no_sideways_scroll(page, 320)
    for path in office:
        with open_page(f"{live_server.url}/du-lieu-mo/") as page:
            page.context.add_cookies([{"name": "phien", "value": cookie, "url": live_server.url}])
            page.goto(f"{live_server.url}/du-lieu-mo/co-quan/{path}")
            assert page.locator("h1").count() == 1
            assert_accessible(page)
            assert_no_sideways_scroll(page, 320)


def _fill(keepers: Keepers, at: datetime) -> tuple[str, str, int]:
    """Two versions and one that waits, a request answered and one that waits, a service."""
    run_many(RUNS, at=in_month(2020, 10))
    take_on(keepers, at=at)
    published(keepers, at=NOVEMBER)
    run_many(RUNS, at=NOVEMBER)
    published(keepers, at=DECEMBER)
    citizen = actor_for_account(make_account(at=at).pk, at=at)
    codes = [
        file_request(about="chuyen-xe", asked=asked, purpose="Học", actor=citizen, at=DECEMBER).code
        for asked in ("Theo giờ", "Theo tuyến")
    ]
    answer_request(
        code=codes[0], question="Có theo giờ?", answer="Có.", actor=keepers.writer, at=DECEMBER
    )
    service = register_service(
        code="chuyen-xe",
        title="Xe nào đến",
        maker="Nhóm Mẫu",
        url="https://xe.example.vn/",
        summary="Báo giờ xe.",
        actor=citizen,
        at=DECEMBER,
    )
    decide_service(
        service_id=service.pk, grant=True, reason="", actor=keepers.approver, at=DECEMBER
    )
    return codes[0], codes[1], prepared(keepers, at=DECEMBER).pk
