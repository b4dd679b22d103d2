"""Every page opens, in our words."""

import re
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from .factories import PASSWORD, make_account, one_time_code, with_one_time_code
from .test_signing_in import sign_in

pytestmark = pytest.mark.django_db

OPEN = [
    "account_login",
    "identity:sign_up",
    "account_reset_password",
    "account_reset_password_done",
]
OWN = [
    "identity:account",
    "identity:my_sign_ins",
    "identity:act_for",
    "identity:step_up",
    "account_change_password",
    "account_reauthenticate",
    "account_logout",
    "mfa_list_webauthn",
]
DELICATE = [
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_deactivate_totp",
]
ENGLISH = re.compile(r">[^<]*\b(Sign|Password|Username|Code|Security|Confirm)\b")


def opens(client: Client, name: str) -> None:
    response = client.get(reverse(name))
    assert response.status_code == 200, (name, response.headers)
    page = response.content.decode()
    assert "<h1>" in page
    assert not ENGLISH.search(page), ENGLISH.search(page)


@pytest.mark.parametrize("name", OPEN)
def test_anybody_opens(client: Client, name: str) -> None:
    opens(client, name)


@pytest.mark.parametrize("name", OWN)
def test_who_is_signed_in_opens(client: Client, at: datetime, name: str) -> None:
    account = make_account(at=at, assurance=2)
    with_one_time_code(at=at, account=account)
    sign_in(client, account)
    opens(client, name)


@pytest.mark.parametrize("name", OWN)
def test_strangers_are_sent_to_sign_in(client: Client, name: str) -> None:
    response = client.get(reverse(name))
    assert response.headers["Location"].startswith(("/dang-nhap/", "/"))


@pytest.mark.django_db(transaction=True)
def test_delicate_pages_ask_for_the_password_again(client: Client, at: datetime) -> None:
    account = make_account(at=at, assurance=2)
    sign_in(client, account)
    refused = client.get(reverse("mfa_activate_totp"))
    assert refused.headers["Location"].startswith(reverse("account_reauthenticate"))
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    opens(client, "mfa_activate_totp")
    secret = client.session["mfa.totp.secret"]
    client.post(reverse("mfa_activate_totp"), {"code": one_time_code(secret)})
    for name in DELICATE[1:]:
        opens(client, name)


def test_a_forgotten_password_is_set_anew_by_letter(
    client: Client, at: datetime, mailoutbox: list[object]
) -> None:
    account = make_account(at=at)
    client.post(reverse("account_reset_password"), {"email": "mau@example.vn"})
    letter = mailoutbox[0]
    address = re.search(r"http://testserver(\S+)", letter.body)  # type: ignore[attr-defined]
    assert address
    form = client.get(address[1])
    fresh = "mot cau hoan toan moi"
    client.post(form.headers["Location"], {"password1": fresh, "password2": fresh})
    assert sign_in(client, account, fresh) == 302
