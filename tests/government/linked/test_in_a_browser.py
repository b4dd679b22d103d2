"""Linked matters in a real browser: whole without script, right for everybody at both widths."""

from datetime import datetime

import pytest
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.foundation.identity.public import person
from nentang.kernel import clock
from tests.browser import assert_accessible, assert_no_sideways_scroll, small_targets
from tests.government.queue.test_in_a_browser import page_of
from tests.government.services.factories import make_applicant

from .factories import AN, dossier_of, grant, make_place, make_trio, refuse

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _now_is(at: datetime, settings: Settings) -> None:
    settings.AXES_ENABLED = False  # the test client signs in without an address
    clock.use(lambda: at)


def test_every_page_of_the_applicant_is_right_for_everybody(
    at: datetime, live_server: LiveServer
) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    chain = make_trio(place, mother, at=at)
    grant(place, chain, "birth", at=at, found={"child_number": AN})
    refuse(place, chain, "residence", at=at)
    matter = f"/viec-lien-thong/ho-so/{chain.code}/"
    residence = dossier_of(chain, "residence").code
    addresses = (
        "/viec-lien-thong/khai-sinh/",
        matter,
        f"{matter}rut/",
        f"/ho-so/{residence}/",
        "/ho-so/",
        "/dich-vu-cong/1.001193/",
    )

    with page_of(mother, live_server.url + addresses[0]) as page:
        for address in addresses:
            page.goto(live_server.url + address)
            for width in (1280, 320):
                assert_no_sideways_scroll(page, width)
                assert_accessible(page)
            small = [each for each in small_targets(page) if not each.startswith("<a href")]
            assert small == [], address


def test_officers_see_the_chain_and_write_the_number_down(
    at: datetime, live_server: LiveServer
) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    chain = make_trio(place, mother, at=at)
    address = f"{live_server.url}/mot-cua/ho-so/{chain.code}/"

    with page_of(place.commune.clerk, address) as page:
        page.get_by_role("button", name="Tiếp nhận").first.click()
        page.get_by_label("Số định danh cá nhân của bé").fill(AN)
        page.get_by_role("button", name="Lưu", exact=True).click()
        for width in (1280, 320):
            assert_no_sideways_scroll(page, width)
            assert_accessible(page)

    assert dossier_of(chain, "birth").findings == {"child_number": AN}


def test_the_receipt_and_the_tracked_chain_are_right_for_everybody(
    at: datetime, live_server: LiveServer
) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    chain = make_trio(place, mother, at=at)
    receipt = f"{live_server.url}/mot-cua/viec-lien-thong/{chain.code}/bien-nhan/"

    with page_of(place.commune.clerk, receipt) as page:
        for width in (1280, 320):
            assert_no_sideways_scroll(page, width)
            assert_accessible(page)
        page.goto(f"{live_server.url}/tra-cuu/?ma={chain.code}")
        page.get_by_label("4 số cuối điện thoại").fill(person(mother.person_id or 0).phone[-4:])
        page.get_by_role("button", name="Tra cứu").click()
        page.get_by_text("Chờ việc trước xong").first.wait_for()
        for width in (1280, 320):
            assert_no_sideways_scroll(page, width)
            assert_accessible(page)
