"""The tracking page: open to whoever has code and digits, closed to whoever guesses."""

from datetime import datetime

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client

from nentang.foundation.identity.public import person
from nentang.kernel import clock

from .factories import make_applicant, make_dossier, make_office

pytestmark = pytest.mark.django_db
PAGE = "/tra-cuu/"


@pytest.fixture(autouse=True)
def _today(at: datetime) -> None:
    cache.clear()
    clock.use(lambda: at)


def guess(
    client: Client, code: str, digits: str = "0000", address: str = "203.0.113.7"
) -> HttpResponse:
    return client.post(PAGE, {"code": code, "phone": digits}, REMOTE_ADDR=address)


def test_an_address_that_guesses_codes_is_told_when_to_try_again(client: Client) -> None:
    codes = [f"000.00.00.H42-201207-{number:04}" for number in range(31)]
    answers = [guess(client, code) for code in codes]

    assert [each.status_code for each in answers] == [404] * 30 + [429]
    assert answers[-1]["Retry-After"] == "3600"
    assert "Thử lại sau 60 phút" in answers[-1].text
    assert guess(client, codes[0], address="203.0.113.8").status_code == 404


def test_the_limit_is_said_in_english_too(client: Client) -> None:
    client.cookies["ngon_ngu"] = "en"
    for _ in range(10):
        guess(client, "000.00.00.H42-201207-0001")

    assert "Try again in 60 minutes" in guess(client, "000.00.00.H42-201207-0001").text


def test_the_digits_of_one_dossier_are_not_guessed_from_many_addresses(
    client: Client, at: datetime
) -> None:
    citizen = make_applicant(at=at)
    code = make_dossier(office=make_office(at=at), applicant=citizen, at=at).code
    digits = person(citizen.person_id or 0).phone[-4:]
    answers = [guess(client, code, address=f"203.0.113.{host}") for host in range(11)]

    assert [each.status_code for each in answers] == [404] * 10 + [429]
    assert guess(client, code, digits, address="203.0.113.50").status_code == 429


def test_the_page_and_the_api_count_together(client: Client) -> None:
    code = "000.00.00.H42-201207-0001"
    for _ in range(10):
        client.post(
            "/api/v1/tracking",
            {"code": code, "phone_digits": "0000"},
            content_type="application/json",
        )

    assert guess(client, code).status_code == 429


def test_whoever_knows_the_digits_looks_as_often_as_they_like(client: Client, at: datetime) -> None:
    citizen = make_applicant(at=at)
    code = make_dossier(office=make_office(at=at), applicant=citizen, at=at).code
    digits = person(citizen.person_id or 0).phone[-4:]

    assert {guess(client, code, digits).status_code for _ in range(12)} == {200}
