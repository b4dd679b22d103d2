"""The office's pages: take on, prepare, publish by somebody else, set aside; strangers see none of it."""

from datetime import datetime

import pytest
from django.test import Client

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.identity.models import Account
from nentang.kernel import clock
from nentang.measure.indicators.public import compute_indicators
from nentang.measure.open_data.models import Dataset, Release
from tests.measure.factories import in_month, make_country

from .factories import Keepers, make_keepers, prepared, run_many, take_on

pytestmark = pytest.mark.django_db
OFFICE = "/du-lieu-mo/co-quan/"
NOVEMBER = in_month(2020, 11)


@pytest.fixture
def at() -> datetime:
    """Before anything was counted."""
    return in_month(2020, 9)


@pytest.fixture
def keepers(at: datetime) -> Keepers:
    make_country()
    run_many({("98001", True): 30, ("99002", True): 20}, at=in_month(2020, 10))
    clock.use(lambda: NOVEMBER)
    return make_keepers(at=at)


def as_officer(actor: Actor) -> Client:
    client = Client()
    client.force_login(Account.objects.get(pk=actor.account_id))
    return client


def test_a_dataset_goes_from_the_list_to_everybody(keepers: Keepers, client: Client) -> None:
    writer, approver = as_officer(keepers.writer), as_officer(keepers.approver)
    compute_indicators(actor=SYSTEM, at=NOVEMBER)
    terms = {"classification": "open", "frequency": "monthly", "licence": "nd47"}

    writer.post(f"{OFFICE}nhan/", {"code": "chuyen-xe", "body": keepers.body.pk, **terms})
    answer = writer.post(f"{OFFICE}bo/chuyen-xe/soan/", follow=True)
    release = Release.objects.get()
    assert "Nhờ một người khác" in answer.content.decode()
    approver.post(f"{OFFICE}ban/{release.pk}/cong-bo/")

    page = client.get("/du-lieu-mo/bo/chuyen-xe/").content.decode()
    assert "50" in page
    assert "Chuyến xe" in client.get("/du-lieu-mo/").content.decode()


def test_what_is_refused_is_said_on_the_page(keepers: Keepers, at: datetime) -> None:
    take_on(keepers, at=at)
    release = prepared(keepers, at=NOVEMBER)
    writer = as_officer(keepers.writer)

    own = writer.post(f"{OFFICE}ban/{release.pk}/cong-bo/")
    again = writer.post(f"{OFFICE}bo/chuyen-xe/soan/")

    assert own.status_code in {403, 422}
    assert "không tự công bố" in own.content.decode()
    assert again.status_code == 422
    assert "Đang có một bản chờ duyệt" in again.content.decode()


def test_a_version_is_set_aside_with_a_reason(keepers: Keepers, at: datetime) -> None:
    take_on(keepers, at=at)
    release = prepared(keepers, at=NOVEMBER)

    as_officer(keepers.approver).post(f"{OFFICE}ban/{release.pk}/bo/", {"reason": "Thiếu tháng 9"})

    assert Release.objects.get().state == "set_aside"
    assert (
        "Thiếu tháng 9"
        in as_officer(keepers.writer).get(f"{OFFICE}ban/{release.pk}/").content.decode()
    )


def test_a_late_dataset_stands_first_with_its_alarm(keepers: Keepers, at: datetime) -> None:
    take_on(keepers, at=at)
    Dataset.objects.update(next_on=at.date().replace(year=2019))

    assert "quá hạn" in as_officer(keepers.writer).get(OFFICE).content.decode()


def test_officers_of_elsewhere_see_nothing_of_it(keepers: Keepers, at: datetime) -> None:
    take_on(keepers, at=at)
    release = prepared(keepers, at=NOVEMBER)
    stranger = as_officer(make_keepers(at=at).writer)

    assert "chuyen-xe/" not in stranger.get(OFFICE).content.decode()
    assert stranger.get(f"{OFFICE}bo/chuyen-xe/").status_code in {403, 404}
    assert stranger.get(f"{OFFICE}ban/{release.pk}/").status_code in {403, 404}
