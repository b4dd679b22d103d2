"""Pages of land on a phone and on a magnified screen, without script too, with axe."""

from datetime import datetime

import pytest
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.identity.public import actor_for_account, open_account
from nentang.kernel import clock
from tests.browser import assert_accessible, assert_no_sideways_scroll
from tests.government.data_sharing.test_in_a_browser import page_of
from tests.government.population.factories import make_commune

from .factories import ground, make_parcel, person_id, square

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _now_is(at: datetime, settings: Settings) -> None:
    settings.AXES_ENABLED = False  # the test client signs in without an address
    clock.use(lambda: at)


def test_pages_are_readable_and_pass_axe(live_server: LiveServer, at: datetime) -> None:
    commune = make_commune(at=at)
    mau = person_id(commune, at)
    bent = ground((0, 0), (20, 0), (22, 9), (24, 20), (0, 20))
    made = make_parcel(commune=commune, at=at, shape=bent, holder=mau, serial="BC 123456")
    make_parcel(commune=commune, at=at, shape=square(-20), number=84, holder=mau)
    account = open_account(
        person_id=mau, username="mau", password=None, assurance=2, actor=SYSTEM, at=at
    )
    act = f"/dat-dai/{made.code}/"
    record = f"/co-so-du-lieu/land/ban-ghi/{made.code}/"
    pages: list[tuple[Actor, tuple[str, ...]]] = [
        (
            actor_for_account(account.pk, at, assurance=2),
            ("/dat-cua-toi/", f"/dat-cua-toi/{made.code}/"),
        ),
        (
            commune.registrar,
            (record, f"{act}chuyen-quyen/", f"{act}tach-thua/", f"{act}hop-thua/"),
        ),
    ]
    for actor, addresses in pages:
        with page_of(actor, f"{live_server.url}/", width=360) as page:
            for address in addresses:
                page.goto(f"{live_server.url}{address}")
                if page.get_by_text("Xem để làm gì").count():
                    page.get_by_label("Giải quyết hồ sơ").check()
                    page.get_by_label("Mã hồ sơ").fill("H42.15-201207-0001")
                    page.get_by_role("button", name="Xem").click()
                for width in (320, 360):
                    assert_no_sideways_scroll(page, width)
                assert_accessible(page)


def test_a_parcel_is_split_without_script(live_server: LiveServer, at: datetime) -> None:
    commune = make_commune(at=at)
    made = make_parcel(commune=commune, at=at, shape=square())
    with page_of(commune.registrar, f"{live_server.url}/", width=360, script=False) as page:
        page.goto(f"{live_server.url}/dat-dai/{made.code}/tach-thua/")
        page.get_by_label("Từ cạnh số").fill("1")
        page.get_by_label("Cách đầu cạnh (m)").fill("8")
        page.get_by_label("Đến cạnh số").fill("3")
        page.get_by_label("Cách đầu cạnh ấy (m)").fill("12")
        page.get_by_label("Căn cứ để ghi").fill("Hồ sơ mẫu 1")
        page.get_by_role("button", name="Xem trước").click()
        assert page.get_by_text("A · 240,0 m²").count()
        page.get_by_role("button", name="Tách thửa").click()
        assert "ban-ghi" in page.url
