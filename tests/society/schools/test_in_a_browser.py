"""The list in a real browser, right for everybody at both widths."""

from datetime import datetime

import pytest
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.kernel import clock
from tests.browser import assert_accessible, assert_no_sideways_scroll
from tests.foundation.casework.factories import make_officer
from tests.government.population.factories import make_commune
from tests.government.queue.test_in_a_browser import page_of

from .test_lists import make_child, settle

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("children", [0, 3])
def test_the_list_is_right_for_everybody(
    at: datetime, settings: Settings, live_server: LiveServer, children: int
) -> None:
    settings.DEMO = True  # people sign in with one click
    clock.use(lambda: at)
    commune = make_commune(at=at)
    for number in range(children):
        settle(make_child(commune, at, number=f"08332000000{number}"), at)

    with page_of(
        make_officer(commune.body, "schooling", at=at), f"{live_server.url}/truong-lop/"
    ) as page:
        for width in (1280, 360, 320):
            assert_no_sideways_scroll(page, width)
            assert_accessible(page)
