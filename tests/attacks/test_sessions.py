"""Stolen, planted and outlived sessions; guessing; asking who is there."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.hashers import get_hasher
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from nentang.foundation.identity.adapters.sessions import stored_key
from nentang.foundation.identity.models import Account, Session
from nentang.kernel import clock
from tests.foundation.identity.factories import (
    PASSWORD,
    make_account,
    one_time_code,
    with_one_time_code,
)
from tests.government.services.factories import make_applicant, make_dossier, make_office

pytestmark = pytest.mark.django_db


def enter(client: Client, account: Account, password: str = PASSWORD) -> Any:
    return client.post("/dang-nhap/", {"login": account.username, "password": password})


def test_a_planted_session_is_worth_nothing_after_the_sign_in(at: datetime) -> None:
    thief, victim = Client(), Client()
    thief.get("/dang-nhap/")
    thief.session.save()
    planted = thief.session.session_key
    for key in (planted, "a" * 32):
        victim.cookies["phien"] = key
        assert enter(victim, make_account(at=at)).status_code == 302
        assert victim.cookies["phien"].value != key
        assert Client(headers={"cookie": f"phien={key}"}).get("/dinh-danh/").status_code == 302
        victim = Client()


def test_each_step_up_gets_a_new_key_and_the_old_one_ends(at: datetime) -> None:
    account, client = make_account(at=at, assurance=2), Client()
    secret = with_one_time_code(account=account, at=at)
    enter(client, account)
    before = client.cookies["phien"].value
    client.post("/dinh-danh/nang-muc/", {"code": one_time_code(secret)})
    assert client.cookies["phien"].value != before
    assert not Session.objects.filter(session_key=stored_key(before)).exists()
    assert Client(headers={"cookie": f"phien={before}"}).get("/dinh-danh/").status_code == 302


def test_signing_out_ends_the_session_on_the_server(at: datetime) -> None:
    client = Client()
    enter(client, make_account(at=at))
    key = client.cookies["phien"].value
    assert client.get("/dang-xuat/").status_code == 200, "a link of another site signs nobody out"
    client.post("/dang-xuat/")
    assert not Session.objects.filter(session_key=stored_key(key)).exists()
    assert Client(headers={"cookie": f"phien={key}"}).get("/dinh-danh/").status_code == 302


def test_a_new_password_ends_all_other_sessions(at: datetime) -> None:
    account, here, elsewhere = make_account(at=at), Client(), Client()
    enter(here, account)
    enter(elsewhere, account)
    new = "mot cau khac han dai nua"
    answer = here.post(
        "/dinh-danh/mat-khau/", {"oldpassword": PASSWORD, "password1": new, "password2": new}
    )
    assert answer.status_code == 302
    assert here.get("/dinh-danh/").status_code == 200
    assert elsewhere.get("/dinh-danh/").status_code == 302


def test_one_sees_where_one_is_signed_in_and_ends_it(at: datetime) -> None:
    account, here, elsewhere, third = make_account(at=at), Client(), Client(), Client()
    other = Client()
    for client in (here, elsewhere, third):
        enter(client, account)
    enter(other, make_account(at=at))
    key = stored_key(elsewhere.cookies["phien"].value)
    assert key in here.get("/dinh-danh/phien/").content.decode()
    assert other.post("/dinh-danh/phien/", {"phien": key}).status_code == 404
    assert elsewhere.get("/dinh-danh/").status_code == 200
    assert here.post("/dinh-danh/phien/", {"phien": key}).status_code == 302
    assert elsewhere.get("/dinh-danh/").status_code == 302
    assert here.post("/dinh-danh/phien/", {"phien": "khac"}).status_code == 302
    assert [c.get("/dinh-danh/").status_code for c in (here, third, other)] == [200, 302, 200]


def test_no_copy_of_the_base_opens_a_session(at: datetime) -> None:
    client = Client()
    enter(client, make_account(at=at))
    key = client.cookies["phien"].value
    kept = Session.objects.get()
    assert key not in (kept.session_key, kept.session_data)
    thief = Client(headers={"cookie": f"phien={kept.session_key}"})
    assert thief.get("/dinh-danh/").status_code == 302


def test_a_closed_accounts_session_ends_at_once(at: datetime) -> None:
    account, client = make_account(at=at), Client()
    enter(client, account)
    Account.objects.filter(pk=account.pk).update(is_active=False)
    assert client.get("/dinh-danh/").status_code == 302


def test_who_is_there_is_told_to_nobody(at: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    there, hashed = make_account(at=at), []
    encode = type(get_hasher()).encode
    monkeypatch.setattr(
        type(get_hasher()), "encode", lambda *a, **k: hashed.append(1) or encode(*a, **k)
    )
    answers, work = [], []
    for name in (there.username, "khong-co-ai"):
        hashed.clear()
        answer = Client().post("/dang-nhap/", {"login": name, "password": "sai hoan toan"})
        answers.append((answer.status_code, plain(answer).replace(name, "NAME")))
        work.append(len(hashed))
    assert answers[0] == answers[1]
    assert work[0] == work[1] > 0


def test_a_letter_for_a_new_password_ends_after_ten_minutes(
    at: datetime, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.contrib.auth.tokens import PasswordResetTokenGenerator

    assert settings.PASSWORD_RESET_TIMEOUT == 600
    account, made_at = make_account(at=at), datetime(2020, 12, 7, 9, 0)  # noqa: DTZ001 - as Django's
    for later, holds in ((9, True), (11, False)):
        generator = PasswordResetTokenGenerator()
        monkeypatch.setattr(generator, "_now", lambda: made_at)
        token = generator.make_token(account)
        moment = made_at + timedelta(minutes=later)
        monkeypatch.setattr(generator, "_now", lambda moment=moment: moment)
        assert generator.check_token(account, token) is holds


def test_a_letter_for_a_new_password_is_promised_to_anybody(at: datetime) -> None:
    make_account(at=at)
    answers = [
        Client().post("/quen-mat-khau/", {"email": email}, follow=True)
        for email in ("mau@example.vn", "khong-co@example.vn")
    ]
    assert answers[0].redirect_chain == answers[1].redirect_chain != []
    assert plain(answers[0]) == plain(answers[1])


def test_tracking_tells_wrong_digits_and_wrong_codes_alike(at: datetime) -> None:
    clock.use(lambda: at)
    code = make_dossier(office=make_office(at=at), applicant=make_applicant(at=at), at=at).code
    for address, asked in (
        ("/tra-cuu/", {"phone": "0000"}),
        ("/api/v1/tracking", {"phone_digits": "0000"}),
    ):
        answers = []
        for one in (code, f"{code[:-4]}9999"):
            more = {"content_type": "application/json"} if "api" in address else {}
            answer = Client().post(address, {"code": one, **asked}, **more)
            answers.append((answer.status_code, plain(answer).replace(one, "CODE")))
        assert answers[0] == answers[1]
        assert answers[0][0] == 404


@pytest.mark.parametrize(
    ("address", "asked", "tries"),
    [
        ("/tra-cuu/", {"code": "A-{}", "phone": "0000"}, 30),
        ("/tra-cuu/", {"code": "A-1", "phone": "{:04}"}, 10),
        ("/xac-minh/ABCDE2345{}/", {}, 60),
        ("/dang-ky/", {"full_name": "Thử {}"}, 10),
        ("/dang-nhap/", {"login": "ai-do-{}", "password": "sai"}, 60),
        ("/quen-mat-khau/", {"email": "{}@example.vn"}, 25),
    ],
)
def test_guessing_has_an_end(
    address: str, asked: dict[str, str], tries: int, at: datetime, settings: Settings
) -> None:
    cache.clear()
    settings.RATELIMIT_ENABLE = True
    clock.use(lambda: at)
    client, letters = Client(), "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
    for number in range(tries + 2):
        part = letters[number % 32] if "xac-minh" in address else number
        typed = {name: value.format(part) for name, value in asked.items()}
        method = client.post if typed else client.get
        answer = method(address.format(part), typed)
        if answer.status_code == 429:
            break
    assert answer.status_code == 429, f"{tries + 2} tries at {address} and none refused"


def test_the_address_somebody_claims_does_not_give_new_guesses(at: datetime) -> None:
    cache.clear()
    clock.use(lambda: at)
    told = set()
    for number in range(12):
        client = Client(headers={"x-forwarded-for": f"10.0.0.{number}"})
        told.add(client.post("/tra-cuu/", {"code": "A-1", "phone": "0000"}).status_code)
    assert 429 in told


def plain(answer: Any) -> str:
    """The page without what differs with every request."""
    text = answer.content.decode()
    text = re.sub(r'(csrfmiddlewaretoken" value|nonce)="[^"]*"', "", text)
    return re.sub(r'<span class="code">[0-9a-f]{12}</span>', "", text)


@pytest.mark.parametrize(
    ("length", "is_taken"), [(11, False), (12, True), (128, True), (129, False)]
)
def test_a_password_is_neither_short_nor_endless(length: int, is_taken: bool, at: datetime) -> None:
    account, client = make_account(at=at), Client()
    enter(client, account)
    new = ("đường xa vạn dặm 7" * 20)[:length]
    answer = client.post(
        "/dinh-danh/mat-khau/", {"oldpassword": PASSWORD, "password1": new, "password2": new}
    )
    assert (answer.status_code == 302) is is_taken
