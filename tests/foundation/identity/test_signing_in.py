"""Signing in, stepping up, being locked out."""

from datetime import datetime, timedelta

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from nentang.foundation.identity.actions import forget_sign_ins
from nentang.foundation.identity.models import Account, SignIn
from nentang.kernel import clock

from .factories import (
    PASSWORD,
    make_account,
    make_appointment,
    make_body,
    make_person,
    one_time_code,
    with_one_time_code,
)

pytestmark = pytest.mark.django_db

SIGN_IN = "/dang-nhap/"
STEP_UP = "/dinh-danh/nang-muc/"


def sign_in(client: Client, account: Account, password: str = PASSWORD) -> int:
    entered = {"login": account.username, "password": password}
    return client.post(SIGN_IN, entered).status_code


def test_a_password_gives_level_one_and_a_new_session_key(client: Client, at: datetime) -> None:
    account = make_account(at=at, assurance=2)
    client.get(SIGN_IN)
    client.session.save()
    before = client.session.session_key
    assert sign_in(client, account) == 302
    assert client.session.session_key != before
    assert client.get("/dinh-danh/").context["actor"].assurance == 1


def test_people_may_sign_in_with_their_personal_number_once_it_is_their_name(
    client: Client, at: datetime
) -> None:
    entered = {
        "full_name": "Bùi Thị Thử",
        "personal_number": "001190000777",
        "birth_on": "1990-02-03",
        "phone": "0987654321",
        "password": PASSWORD,
    }
    first = client.post("/dang-ky/", entered, follow=True)
    again = client.post("/dang-ky/", {**entered, "password": "mot cau khac han nua"}, follow=True)
    assert first.redirect_chain == again.redirect_chain
    assert Account.objects.count() == 1
    assert client.post(SIGN_IN, {"login": "001190000777", "password": PASSWORD}).status_code == 302


def test_signing_up_with_anothers_number_says_nothing_and_changes_nothing(
    client: Client, at: datetime
) -> None:
    known = make_person(at=at, personal_number="001190000778")
    entered = {
        "full_name": "Ai Đó Khác",
        "personal_number": "001190000778",
        "birth_on": "1990-02-03",
        "phone": "0987654321",
        "password": PASSWORD,
    }
    assert client.post("/dang-ky/", entered).status_code == 302
    assert not Account.objects.filter(person=known).exists()


def test_a_number_of_another_year_is_sent_back(client: Client) -> None:
    entered = {
        "full_name": "Bùi Thị Thử",
        "personal_number": "001190000779",
        "birth_on": "1991-02-03",
        "phone": "0987654321",
        "password": PASSWORD,
    }
    response = client.post("/dang-ky/", entered)
    assert response.status_code == 422
    assert "Số định danh không khớp" in response.content.decode()


def test_the_code_raises_the_session_and_changes_its_key(client: Client, at: datetime) -> None:
    account = make_account(at=at, assurance=2)
    secret = with_one_time_code(at=at, account=account)
    sign_in(client, account)
    before = client.session.session_key
    response = client.post(STEP_UP + "?next=/dinh-danh/uy-quyen/", {"code": one_time_code(secret)})
    assert response.headers["Location"] == "/dinh-danh/uy-quyen/"
    assert client.session.session_key != before
    assert client.get("/dinh-danh/").context["actor"].assurance == 2


def test_a_code_is_good_once(client: Client, at: datetime) -> None:
    account = make_account(at=at, assurance=2)
    code = one_time_code(with_one_time_code(at=at, account=account))
    other = Client()
    for each in (client, other):
        sign_in(each, account)
    assert client.post(STEP_UP, {"code": code}).status_code == 302
    refused = other.post(STEP_UP, {"code": code})
    assert refused.status_code == 422
    assert "đã dùng" in refused.content.decode()
    assert SignIn.objects.filter(account=account, how="totp", success=False).exists()


def test_a_page_of_level_two_sends_there_and_back(client: Client, at: datetime) -> None:
    sign_in(client, make_account(at=at, assurance=2))
    response = client.get("/dinh-danh/uy-quyen/")
    assert response.headers["Location"] == f"{STEP_UP}?next=%2Fdinh-danh%2Fuy-quyen%2F"


def test_stepping_up_never_leads_to_another_site(client: Client, at: datetime) -> None:
    account = make_account(at=at, assurance=2)
    secret = with_one_time_code(at=at, account=account)
    sign_in(client, account)
    response = client.post(STEP_UP, {"code": one_time_code(secret), "next": "https://example.com/"})
    assert response.headers["Location"] == "/dinh-danh/"


def test_who_was_not_verified_is_told_where_to_go(client: Client, at: datetime) -> None:
    account = make_account(at=at, assurance=1)
    with_one_time_code(at=at, account=account)
    sign_in(client, account)
    assert "bộ phận một cửa" in client.get(STEP_UP).content.decode()


def test_five_wrong_passwords_lock_and_say_for_how_long(client: Client, at: datetime) -> None:
    account = make_account(at=at)
    answers = [sign_in(client, account, "sai mat khau roi") for _ in range(5)]
    assert answers == [200, 200, 200, 200, 429]
    locked = client.post(SIGN_IN, {"login": account.username, "password": PASSWORD})
    assert locked.status_code == 429
    assert locked.templates[0].name == "portal/refusal.html"
    assert "Chờ 15 phút" in locked.text
    assert reverse("account_reset_password") in locked.text
    assert locked["Retry-After"] == "900"
    assert SignIn.objects.filter(account=account, success=False).count() >= 5


def test_guessing_codes_is_stopped(client: Client, at: datetime) -> None:
    account = make_account(at=at, assurance=2)
    secret = with_one_time_code(at=at, account=account)
    sign_in(client, account)
    for _ in range(6):
        client.post(STEP_UP, {"code": "000000"})
    assert client.post(STEP_UP, {"code": one_time_code(secret)}).status_code == 422


def test_officers_show_the_second_factor_at_the_door(client: Client, at: datetime) -> None:
    account = make_account(at=at, assurance=2)
    make_appointment(at=at, account=account, organization_id=make_body(at=at).pk)
    secret = with_one_time_code(at=at, account=account)
    response = client.post(SIGN_IN, {"login": account.username, "password": PASSWORD})
    assert response.headers["Location"] == reverse("mfa_authenticate")
    assert "_auth_user_id" not in client.session
    client.post(reverse("mfa_authenticate"), {"code": one_time_code(secret)})
    actor = client.get("/dinh-danh/").context["actor"]
    assert actor.assurance == 2
    assert actor.has_role("clerk")


def test_nobody_knows_the_secret_of_the_codes_from_the_database(at: datetime) -> None:
    account = make_account(at=at)
    secret = with_one_time_code(at=at, account=account)
    stored = account.authenticator_set.filter(type="totp").get().data  # type: ignore[attr-defined]
    assert secret not in str(stored)


def test_one_click_sign_in_exists_only_in_a_demo(
    client: Client, at: datetime, settings: Settings
) -> None:
    account = make_account(at=at, assurance=2)
    assert client.post("/dang-nhap/thu/", {"account": account.pk}).status_code == 404
    settings.DEMO = True
    assert "Lê Thị Mẫu" in client.get(SIGN_IN).content.decode()
    client.post("/dang-nhap/thu/", {"account": account.pk})
    assert client.get("/dinh-danh/").context["actor"].assurance == 2


def test_a_closed_account_is_nobody(client: Client, at: datetime) -> None:
    account = make_account(at=at)
    sign_in(client, account)
    account.is_active = False
    account.save()
    assert client.get("/dinh-danh/").status_code == 302


def test_a_public_page_asks_the_database_nothing(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        client.get("/dang-ky/")


@pytest.mark.parametrize(
    "name",
    ["mfa_activate_totp", "mfa_deactivate_totp", "mfa_add_webauthn", "mfa_view_recovery_codes"],
)
def test_who_knows_only_the_password_does_not_change_the_second_factor(
    client: Client, at: datetime, name: str
) -> None:
    account = make_account(at=at, assurance=1)
    secret = with_one_time_code(at=at, account=account)
    sign_in(client, account)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    stopped = client.get(reverse(name)).headers["Location"]
    assert stopped.startswith(reverse("mfa_reauthenticate"))
    before = client.session.session_key
    client.post(stopped, {"code": one_time_code(secret)})
    assert client.session.session_key != before
    assert not client.get(reverse(name)).headers.get("Location", "").startswith(stopped)


def test_traces_are_dropped_when_their_time_is_over(client: Client, at: datetime) -> None:
    account = make_account(at=at)
    sign_in(client, account, "sai mat khau roi")
    now = clock.now()
    assert forget_sign_ins(at=now) == 0
    assert forget_sign_ins(at=now + timedelta(minutes=16)) == 1
    assert not AccessAttempt.objects.exists()
    assert SignIn.objects.exists()
    forget_sign_ins(at=now + timedelta(days=366))
    assert not SignIn.objects.exists()
