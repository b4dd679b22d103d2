"""Pages of land: an officer finds, reads and changes a parcel; people see their own."""

from datetime import datetime
from fractions import Fraction
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.identity.public import Account, open_account
from nentang.foundation.registers.public import RecordNotFound, version_on
from nentang.government.land.api import show_shape
from nentang.government.land.cards import REGISTER
from nentang.government.land.models import Certificate, Parcel
from nentang.government.land.queries import Holder, holders_on, mortgages_on, standing_on
from nentang.government.land.schemas import Feature
from tests.government.population.factories import Commune, make_commune

from .factories import SPOUSE, TODAY, make_parcel, person_id, square

pytestmark = pytest.mark.django_db
REASON = {"purpose": "case", "reference": "H42.15-201207-0001"}
CHANGE = {"document": "Hồ sơ mẫu 1", "valid_from": "2020-12-07"}


@pytest.fixture
def commune(at: datetime) -> Commune:
    return make_commune(at=at)


@pytest.fixture
def mau(commune: Commune, at: datetime) -> int:
    return person_id(commune, at)


@pytest.fixture
def parcel(commune: Commune, mau: int, at: datetime) -> Parcel:
    made = make_parcel(commune=commune, at=at, shape=square(), holder=mau, serial="BC 123456")
    make_parcel(commune=commune, at=at, shape=square(20), number=84, holder=mau)
    return made


def as_(actor: Actor) -> Client:
    client = Client()
    account = Account.objects.get(pk=actor.account_id)
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return client


def act(client: Client, parcel: Parcel, slug: str, **data: Any) -> Any:
    return client.post(reverse("land:act", args=[parcel.code, slug]), CHANGE | data)


def test_a_parcel_is_found_by_words_and_by_a_holders_number(
    parcel: Parcel, commune: Commune
) -> None:
    client = as_(commune.registrar)
    for words, found in (("thua 83 to 7", 1), ("083187000001", 2), ("thon nhap", 2), ("99", 0)):
        page = client.get("/co-so-du-lieu/land/", {"q": words}).content.decode()
        assert page.count("/ban-ghi/98001-7-") == found


def test_its_page_draws_it_and_says_what_can_be_done(parcel: Parcel, commune: Commune) -> None:
    client = as_(commune.registrar)
    address = f"/co-so-du-lieu/land/ban-ghi/{parcel.code}/"
    page = client.post(address, REASON, follow=True).content.decode()
    assert '<path class="own"' in page
    assert '<path class="around"' in page
    assert "20,0" in page
    assert "Chuyển quyền" in page
    assert "Lê Thị Mẫu" in page
    assert (
        "Chuyển quyền"
        not in as_(commune.leader).post(address, REASON, follow=True).content.decode()
    )


def test_each_act_is_done_from_its_page(
    parcel: Parcel, commune: Commune, mau: int, at: datetime
) -> None:
    client = as_(commune.registrar)
    person_id(commune, at, SPOUSE)
    sold = act(
        client, parcel, "chuyen-quyen", giver=str(mau), part="1/3", taker=SPOUSE, origin="sold"
    )
    assert sold.status_code == 302
    assert holders_on(parcel, TODAY)[Holder(mau)] == Fraction(2, 3)
    paper = {"serial": "DA 12345678", "book_number": "CH 1", "issued_by": "UBND"}
    assert act(client, parcel, "cap-giay", **paper).status_code == 302
    pledge = {"number": "TC-1", "lender": "Ngân hàng Mẫu", "contract": "HĐ 1"}
    assert act(client, parcel, "the-chap", **pledge).status_code == 302
    assert len(mortgages_on(parcel, TODAY)) == 1
    refused = act(client, parcel, "chuyen-quyen", giver="", taker=SPOUSE, origin="sold")
    assert refused.status_code == 422
    assert "đang thế chấp tại Ngân hàng Mẫu" in refused.content.decode()
    assert act(client, parcel, "xoa-the-chap", number="TC-1").status_code == 302
    assert act(client, parcel, "thu-hoi-giay").status_code == 302
    found = version_on(Certificate, parcel, on=TODAY)
    assert found is not None
    assert found.state == "revoked"
    assert act(client, parcel, "ngan-chan", reason="Tòa án").status_code == 302
    parcel.refresh_from_db()
    assert parcel.locked_for == "Tòa án (Hồ sơ mẫu 1)"
    assert act(client, parcel, "go-ngan-chan").status_code == 302


def test_splitting_is_shown_first_then_done_and_undone(parcel: Parcel, commune: Commune) -> None:
    client = as_(commune.registrar)
    line = {"first_side": "1", "first_metres": "5", "last_side": "3", "last_metres": "15"}
    shown = act(client, parcel, "tach-thua", **line).content.decode()
    assert "A · 300,0 m²" in shown
    assert "B · 100,0 m²" in shown
    assert Parcel.objects.count() == 2
    assert act(client, parcel, "tach-thua", ghi="1", **line).status_code == 302
    assert Parcel.objects.count() == 4
    assert act(client, parcel, "hoan-tac").status_code == 302
    wrong = act(client, parcel, "tach-thua", **(line | {"last_side": "9"}))
    assert wrong.status_code == 422


def test_neighbours_are_offered_for_joining(parcel: Parcel, commune: Commune) -> None:
    client = as_(commune.registrar)
    page = client.get(reverse("land:act", args=[parcel.code, "hop-thua"])).content.decode()
    assert "98001-7-84" in page
    assert act(client, parcel, "hop-thua", others=["98001-7-84"]).status_code == 302
    closed = standing_on(parcel, TODAY)
    assert closed is not None
    assert closed.successors == ["98001-7-85"]


@pytest.mark.parametrize("who", ["stranger", "leader"])
def test_nobody_else_changes_it(parcel: Parcel, commune: Commune, who: str) -> None:
    answer = as_(getattr(commune, who)).get(reverse("land:act", args=[parcel.code, "the-chap"]))
    assert answer.status_code in (403, 404)


def test_people_see_their_own_land_and_no_other(
    parcel: Parcel, commune: Commune, mau: int, at: datetime
) -> None:
    client = Client()
    account = open_account(
        person_id=mau, username="mau", password=None, assurance=2, actor=SYSTEM, at=at
    )
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    assert parcel.code in client.get("/dat-cua-toi/").content.decode()
    page = client.get(f"/dat-cua-toi/{parcel.code}/").content.decode()
    assert '<path class="own"' in page
    assert "BC 123456" in page
    theirs = make_parcel(commune=commune, at=at, number=99)
    assert client.get(f"/dat-cua-toi/{theirs.code}/").status_code == 404
    assert "thửa 83".lower() in client.get("/").content.decode().lower()


def test_it_is_counted_how_many_parcels_there_are_for_what(parcel: Parcel) -> None:
    (figure,) = REGISTER.statistics
    assert sum(count for _use, count in figure.count(TODAY)) == Parcel.objects.count()


def test_a_shape_is_given_as_geojson(parcel: Parcel, commune: Commune) -> None:
    request = RequestFactory().get("/")
    request.auth = commune.registrar  # type: ignore[attr-defined] # as the interface sets it
    said = show_shape(request, code=parcel.code, purpose="Đối chiếu")
    assert Feature(**said).geometry.coordinates[0][0] == list(square().outer[0])
    request.auth = commune.stranger  # type: ignore[attr-defined]
    with pytest.raises(RecordNotFound):
        show_shape(request, code=parcel.code, purpose="Đối chiếu")
