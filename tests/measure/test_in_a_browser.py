"""The board and the targets in a real browser: for everybody, on a narrow phone too."""

from datetime import datetime

import pytest
from pytest_django.live_server_helper import LiveServer

from nentang.agreements.actor import SYSTEM
from nentang.kernel import clock
from nentang.measure.indicators.public import compute_indicators
from tests.browser import assert_accessible, assert_no_sideways_scroll, open_page
from tests.measure.factories import RUNS_ON_TIME, a_run, make_country

RUNS = f"?chi-so={RUNS_ON_TIME.code}"


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_everybody_can_use_the_pages(live_server: LiveServer, at: datetime) -> None:
    make_country()
    a_run(at=at)
    a_run(at=at, unit_code="99002", on_time=False)
    compute_indicators(actor=SYSTEM, at=at)
    clock.use(lambda: at)

    for path in (f"/dieu-hanh/{RUNS}", f"/dieu-hanh/du-kien/{RUNS}", "/muc-tieu/"):
        with open_page(live_server.url + path) as page:
            assert_accessible(page)
            assert_no_sideways_scroll(page, 320)
