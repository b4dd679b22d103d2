"""The API knows its caller by token or by session."""

from datetime import datetime

import pytest
from django.test import Client

from .factories import make_account
from .test_openid import Program, enter, program
from .test_signing_in import sign_in

__all__ = ["program"]
pytestmark = pytest.mark.django_db

ME = "/api/v1/me"


def test_a_token_shows_what_its_scopes_name(
    program: Program,
    at: datetime,
) -> None:
    enter(program.browser, make_account(at=at))
    program.finish(program.agree(program.begin()))
    bearer = {"Authorization": f"Bearer {program.token['access_token']}"}
    told = Client().get(ME, headers=bearer).json()
    assert told["full_name"] == "Lê Thị Mẫu"
    assert told["phone"] is None
    assert told["personal_number"] is None
    assert told["assurance"] == 1


def test_a_token_without_the_scope_is_not_enough(
    program: Program,
    at: datetime,
) -> None:
    enter(program.browser, make_account(at=at))
    program.finish(program.agree(program.begin(), "openid"))
    bearer = {"Authorization": f"Bearer {program.token['access_token']}"}
    assert Client().get(ME, headers=bearer).status_code == 401


def test_a_session_shows_ones_own_data(client: Client, at: datetime) -> None:
    sign_in(client, make_account(at=at))
    assert client.get(ME).json()["phone"] == "+84912345678"


@pytest.mark.parametrize("header", ["", "Bearer ", "Bearer nothing", "Basic bXk6b3du"])
def test_who_is_not_known_is_told_to_sign_in(client: Client, header: str) -> None:
    headers = {"Authorization": header} if header else {}
    response = client.get(ME, headers=headers)
    assert response.status_code == 401
    assert response.json()["code"] == "api.not_signed_in"
