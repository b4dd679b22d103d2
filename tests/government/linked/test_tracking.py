"""Whoever has one code of a linked matter and the digits sees all its works, and nobody's name."""

from datetime import datetime

import pytest
from django.core.cache import cache
from django.test import Client

from nentang.foundation.identity.public import person
from nentang.kernel import clock
from tests.government.services.factories import make_applicant

from .factories import AN, dossier_of, grant, make_place, make_trio

pytestmark = pytest.mark.django_db
WORKS = ("Đăng ký khai sinh", "thường trú", "thẻ bảo hiểm y tế")


@pytest.fixture(autouse=True)
def _today(at: datetime) -> None:
    cache.clear()
    clock.use(lambda: at)


def tracked(client: Client, code: str, digits: str) -> str:
    return client.post("/tra-cuu/", {"code": code, "phone": digits}).text


def test_every_work_is_shown_with_body_and_state_and_no_name(client: Client, at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    chain = make_trio(place, mother, at=at)
    known = person(mother.person_id or 0)
    page = tracked(client, chain.code, known.phone[-4:])

    for said in (*WORKS, "Công an xã Mẫu", "Bảo hiểm xã hội huyện Mẫu", "Chờ việc trước xong"):
        assert said in page
    for hidden in (known.full_name, known.personal_number, "Lê An Nháp", "/viec-lien-thong/ho-so/"):
        assert hidden not in page


def test_the_code_of_a_later_work_shows_the_whole_with_its_day(
    client: Client, at: datetime
) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    chain = make_trio(place, mother, at=at)
    grant(place, chain, "birth", at=at, found={"child_number": AN})
    page = tracked(
        client, dossier_of(chain, "residence").code, person(mother.person_id or 0).phone[-4:]
    )

    assert all(each in page for each in WORKS)
    assert "Đã trả kết quả" in page


def test_wrong_digits_say_the_same_as_a_code_that_does_not_exist(
    client: Client, at: datetime
) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    chain = make_trio(place, mother, at=at)
    digits = person(mother.person_id or 0).phone[-4:]
    wrong = f"{(int(digits) + 1) % 10000:04d}"
    unknown = chain.code[:-4] + "9999"
    pages = [
        client.post("/tra-cuu/", {"code": code, "phone": wrong}) for code in (chain.code, unknown)
    ]

    assert {each.status_code for each in pages} == {404}
    texts = [
        _without_tokens(each.text.replace(code, "MÃ"))
        for each, code in zip(pages, (chain.code, unknown), strict=True)
    ]
    assert texts[0] == texts[1]
    assert not any(each in texts[0] for each in WORKS)


def _without_tokens(page: str) -> str:
    """The page without what differs in every answer."""
    lines = page.splitlines()
    return "\n".join(each for each in lines if "csrf" not in each and "nonce" not in each)
