"""Canaries: secrets that sing wherever they come out. They are looked for in everything that leaves the house."""

import io
import json
import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings as configured
from django.core.cache import cache
from django.db import IntegrityError
from django.test import Client
from django.utils.module_loading import import_string
from pytest_django import Settings

from nentang.agreements.actor import SYSTEM
from nentang.config.settings.security import DEFAULT_SECRET
from nentang.foundation.facts.models import Fact
from nentang.foundation.identity.actions import ensure_signing_key
from nentang.foundation.identity.public import actor_for_account
from nentang.foundation.outbox.models import Event
from nentang.foundation.outbox.public import run_until_quiet
from nentang.kernel import clock
from tests.foundation.identity.factories import (
    make_account,
    make_person,
    one_time_code,
    with_one_time_code,
)
from tests.government.services.factories import make_dossier, make_office

pytestmark = pytest.mark.django_db(transaction=True)
NUMBER, PHONE, NAME = "001187999903", "0987000003", "Hoàng Thị Chim Hót"
EMAIL = "chim.hot@example.vn"
PERSONAL = (NUMBER, PHONE[1:], NAME, EMAIL)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """All that is logged, as the house would write it, down to the smallest remark."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    told = configured.LOGGING["formatters"]["line"]
    handler.setFormatter(import_string(told["()"])("%(levelname)s %(name)s %(message)s"))
    root, before = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield written
    root.removeHandler(handler)
    root.setLevel(before)


@pytest.fixture
def singer(at: datetime) -> dict[str, str]:
    """Somebody whose secrets are canaries, after a dossier from end to end and all sign-ins."""
    clock.use(lambda: at)
    cache.clear()
    person = make_person(at=at, full_name=NAME, personal_number=NUMBER, phone=PHONE, email=EMAIL)
    account = make_account(at=at, person=person, assurance=2, username=NUMBER)
    secret = with_one_time_code(account=account, at=at)
    password = "canari mat khau dai va la"
    account.set_password(password)
    account.save()
    make_dossier(
        office=make_office(at=at), applicant=actor_for_account(account.pk, at, assurance=2), at=at
    )
    client = Client()
    client.post("/dang-nhap/", {"login": NUMBER, "password": "canari sai mot lan"})
    client.post("/dang-nhap/", {"login": NUMBER, "password": password})
    code = one_time_code(secret)
    client.post("/dinh-danh/nang-muc/", {"code": code})
    for page in ("/ho-so/", "/dinh-danh/", f"/khong-co/?ma={NUMBER}", f"/tra-cuu/?ma={NUMBER}"):
        client.get(page)
    client.post("/tra-cuu/", {"code": NUMBER, "phone": PHONE[-4:]})
    Client(headers={"authorization": "Bearer canary-token-of-a-program"}).get("/api/v1/me")
    run_until_quiet(at=at + timedelta(minutes=1))
    return {
        "password": password,
        "wrong password": "canari sai mot lan",
        "secret of the codes": secret,
        "session": client.cookies["phien"].value,
        "token": "canary-token-of-a-program",
    }


def test_logs_know_no_secret_and_nobody(log: io.StringIO, singer: dict[str, str]) -> None:
    said = log.getvalue()
    assert "Not Found" in said, "the log was listened to"
    assert [name for name, secret in singer.items() if secret in said] == []
    assert [each for each in PERSONAL if each in said] == []


def test_events_facts_and_their_parquet_know_nobody(singer: dict[str, str]) -> None:
    for model in (Event, Fact):
        text = json.dumps(list(model.objects.values()), default=str, ensure_ascii=False)
        assert len(text) > 100
        assert [each for each in (*PERSONAL, *singer.values()) if each in text] == []
    for path in Path(configured.FACTS_FOLDER).rglob("*.parquet"):
        content = path.read_bytes()
        assert not any(each.encode() in content for each in PERSONAL), path


def test_the_database_keeps_no_secret_that_opens_anything(singer: dict[str, str]) -> None:
    kept = {name: secret for name, secret in singer.items() if name != "session"}
    for model in apps.get_models():
        text = json.dumps(list(model._default_manager.values()), default=str, ensure_ascii=False)
        found = [name for name, secret in kept.items() if secret in text]
        assert found == [], model


def test_a_fault_shows_a_number_and_nothing_else(
    singer: dict[str, str], log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_given: object, **_named: object) -> None:
        raise IntegrityError(f"Key (personal_number)=({NUMBER}) of {NAME} already exists")

    monkeypatch.setattr("nentang.government.services.views.track.tracked_dossier", break_down)
    monkeypatch.setattr("nentang.government.services.api.tracked_dossier", break_down)
    client = Client(raise_request_exception=False)
    page = client.post("/tra-cuu/", {"code": "A-1", "phone": PHONE[-4:]})
    asked = {"code": "A-1", "phone_digits": PHONE[-4:]}
    told = client.post("/api/v1/tracking", asked, content_type="application/json")
    for answer in (page, told):
        text = answer.content.decode()
        assert answer.status_code == 500
        assert not any(each in text for each in (*PERSONAL, "Traceback", "IntegrityError"))
    assert page["X-Request-Id"] in page.content.decode()
    assert not any(each in log.getvalue() for each in PERSONAL), log.getvalue()[-500:]


def test_refusals_of_the_json_interface_repeat_nothing(singer: dict[str, str]) -> None:
    typed = {"code": NUMBER, "phone_digits": "canari", "password": "canari"}
    answer = Client().post("/api/v1/tracking", typed, content_type="application/json")
    assert answer.status_code == 422
    assert "canari" not in answer.content.decode()
    assert NUMBER not in answer.content.decode()


def test_keys_are_encrypted_wherever_they_lie(singer: dict[str, str], at: datetime) -> None:
    ensure_signing_key(actor=SYSTEM, at=at)
    folder = Path(configured.KEYS_FOLDER)
    keys = [path for path in folder.rglob("*") if path.is_file()]
    assert keys
    for path in keys:
        content = path.read_bytes()
        assert b"PRIVATE KEY" not in content or b"ENCRYPTED" in content, path
        assert configured.SECRET_KEY.encode() not in content
        assert path.stat().st_mode & 0o077 == 0, path


def test_no_page_shows_settings_and_no_debugger_answers(settings: Settings) -> None:
    assert not configured.DEBUG
    for address in ("/admin/", "/__debug__/", "/metrics", "/api/v1/openapi.json", "/api/v1/docs"):
        text = Client().get(address).content.decode()
        assert DEFAULT_SECRET not in text
        assert "DATABASES" not in text
