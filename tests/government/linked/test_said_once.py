"""A birth is declared once, and every body that needs it has it, with proof."""

from datetime import datetime

import pytest
from pytest_django import Settings

from nentang.foundation.notifications.models import Message
from nentang.kernel import clock
from tests.government.services.factories import make_applicant, make_officer, sign_in

from .factories import AN, grant, make_place, make_trio

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now_is(at: datetime, settings: Settings) -> None:
    settings.DEMO = True  # people sign in with one click
    clock.use(lambda: at)


def test_number_residence_card_and_school_list_stand_on_the_page_of_who_declared_it(
    at: datetime,
) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    teacher = make_officer(place.commune.body, "schooling", at=at)
    chain = make_trio(place, mother, at=at)
    page = f"/viec-lien-thong/ho-so/{chain.code}/"
    client = sign_in(mother)
    before = client.get(page)
    assert before.status_code == 200
    assert "Đã có trong cơ sở dữ liệu" not in before.content.decode()

    birth = grant(place, chain, "birth", at=at, found={"child_number": AN})
    residence = grant(place, chain, "residence", at=at)
    card = grant(place, chain, "card", at=at, found={"insurance_number": "0123456789"})

    shown = client.get(page).content.decode()
    for said in (AN, "0123456789", birth.code, residence.code, card.code):
        assert said in shown, said
    assert "Danh sách trẻ đến tuổi đi học" in shown
    assert place.commune.body.name in shown
    assert "có chữ ký của hệ thống" in shown
    assert Message.objects.filter(person=teacher.person_id, template="schools.child_added").exists()
