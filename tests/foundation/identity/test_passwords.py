"""Passwords that everybody knows are asked to be changed; what is typed may be looked at."""

from datetime import datetime

import pytest
from django.test import Client
from pytest_django import Settings

from nentang.foundation.identity.models import Account

from .factories import PASSWORD, make_account, make_appointment, make_body

pytestmark = pytest.mark.django_db
KNOWN = "1qaz2wsx3edc"


def with_password(account: Account, password: str) -> Account:
    account.set_password(password)
    account.save()
    return account


def enter(account: Account, password: str, onward: str = "") -> str:
    """Where the browser is sent after signing in."""
    sent = {"login": account.username, "password": password, "next": onward}
    return str(Client().post("/dang-nhap/", sent)["Location"])


def test_a_password_of_the_list_is_asked_to_be_changed_at_sign_in(at: datetime) -> None:
    account = with_password(make_account(at=at), KNOWN)
    assert enter(account, KNOWN) == "/dinh-danh/mat-khau/"
    assert enter(account, KNOWN, onward="/ho-so/") == "/dinh-danh/mat-khau/"


def test_one_that_is_shorter_than_today_asks_for_it_too(at: datetime) -> None:
    assert enter(with_password(make_account(at=at), "ngan qua"), "ngan qua").endswith("mat-khau/")


def test_a_good_password_goes_straight_on(at: datetime) -> None:
    account = make_account(at=at)
    assert enter(account, PASSWORD) == "/"
    assert enter(account, PASSWORD, onward="/ho-so/") == "/ho-so/"


def test_an_officer_is_asked_as_well(at: datetime) -> None:
    account = with_password(make_account(at=at), KNOWN)
    make_appointment(at=at, account=account, organization_id=make_body(at=at).pk)
    assert enter(account, KNOWN) == "/dinh-danh/mat-khau/"


@pytest.mark.parametrize("page", ["/dang-nhap/", "/dang-ky/"])
def test_what_is_typed_may_be_looked_at_without_script(page: str, settings: Settings) -> None:
    hidden, shown = (Client().get(page + query).content.decode() for query in ("", "?hien=1"))
    assert 'type="password"' in hidden
    assert 'href="?hien=1"' in hidden
    assert 'type="password"' not in shown
    assert "identity/password.js" in hidden
    assert "<script>" not in hidden


def test_a_new_password_is_measured(at: datetime) -> None:
    assert "data-meter" in Client().get("/dang-ky/").content.decode()
    assert "data-meter" not in Client().get("/dang-nhap/").content.decode()
