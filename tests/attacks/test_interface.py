"""The JSON interface under attack: too much, too deep, doubled, and what nobody asked for."""

import io
import json
import logging
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from nentang.agreements.actor import Actor
from nentang.foundation.documents.models import StoredFile
from nentang.foundation.portal.public import Pace
from nentang.government.catalogue.adapters.bundle_file import MOST_BYTES, read_bundle
from nentang.government.catalogue.errors import FileUnreadable
from nentang.government.services.models import Dossier
from nentang.kernel import clock
from tests.government.services.factories import (
    PIXEL,
    Office,
    extract_answers,
    make_applicant,
    make_dossier,
    make_office,
    sign_in,
)

from .faults import Asker

pytestmark = pytest.mark.django_db
API = "/api/v1/"
JSON = "application/json"


@pytest.fixture
def office(at: datetime, settings: Settings) -> Office:
    settings.DEMO = True
    clock.use(lambda: at)
    return make_office(at=at)


@pytest.fixture
def mother(at: datetime, office: Office) -> Actor:
    return make_applicant(at=at)


def submission(office: Office, **more: Any) -> dict[str, Any]:
    """What a program sends to hand in a dossier."""
    asked = {"procedure": "2.000635", "organization_id": office.body.pk}
    return {**asked, "answers": extract_answers(), **more}


def send(client: Client, path: str, body: Any, key: str = "tan-cong-1") -> Any:
    text = body if isinstance(body, str | bytes) else json.dumps(body)
    return client.post(API + path, text, content_type=JSON, headers={"idempotency-key": key})


WANTED: dict[str, Any] = {
    "code": "000.37.15.H42-201207-9999",
    "state": "done",
    "outcome": "granted",
    "applicant": 1,
    "applicant_id": 1,
    "applicant_person_id": 1,
    "fee": 0,
    "counter_id": 1,
    "channel": "counter",
    "id": 1,
    "submitted_by": 1,
    "on_behalf_of": 1,
    "idempotency_key": "x",
    "__class__": "x",
    "received_at": "2020-01-01T00:00:00Z",
}


def test_what_was_not_asked_for_is_refused(office: Office, mother: Actor, at: datetime) -> None:
    client = sign_in(mother)
    for name, value in WANTED.items():
        assert send(client, "dossiers", submission(office, **{name: value})).status_code == 422
    assert Dossier.objects.count() == 0
    dossier = make_dossier(office=office, applicant=mother, at=at)
    for path in ("supplement", "withdraw"):
        for name in ("code", "state", "actor", "applicant_id"):
            answer = send(client, f"dossiers/{dossier.code}/{path}", {name: 1})
            assert answer.status_code == 422, name
    dossier.refresh_from_db()
    assert dossier.outcome == ""


def test_an_answer_that_the_form_does_not_ask_changes_nothing(
    office: Office, mother: Actor
) -> None:
    body = submission(office)
    body["answers"] |= {"fee": 0, "__proto__": {"is_admin": True}, "constructor": 1}
    answer = send(sign_in(mother), "dossiers", body)
    kept = Dossier.objects.first()
    assert answer.status_code == 422 or (kept is not None and "__proto__" not in kept.answers)


def test_a_wish_in_a_form_is_no_order(office: Office, mother: Actor, at: datetime) -> None:
    dossier = make_dossier(office=office, applicant=mother, at=at)
    wishes = {"outcome": "granted", "state": "done", "fee": "0", "applicant": "1", "reason": "x"}
    sign_in(mother).post(f"/ho-so/{dossier.code}/rut/", wishes)
    dossier.refresh_from_db()
    assert dossier.outcome == "withdrawn"
    assert dossier.applicant_id == mother.person_id


def test_strange_json_is_refused(office: Office, mother: Actor) -> None:
    asker = Asker(sign_in(mother))
    deep, key = "[" * 20_000 + "]" * 20_000, {"idempotency-key": "tan-cong-2"}
    nested: Any = {}
    for _ in range(400):
        nested = {"a": nested}
    strange = [
        "",
        "null",
        "[]",
        deep,
        '{"procedure": ' + deep + "}",
        json.dumps(submission(office, answers=nested)),
        json.dumps(submission(office, answers={"requester_name": nested})),
        json.dumps(submission(office, answers={"requester_name": "a\0b"})),
        json.dumps(submission(office, answers={"requester_name": "\ud800"})),
        json.dumps(submission(office, answers={"\ud800": "\udfff", "a\0": "b"})),
        json.dumps(submission(office, answers={"copies": 10**400})),
        '{"procedure": "2.000635", "organization_id": NaN, "answers": {}}',
        '{"procedure": "2.000635", "organization_id": 1e999, "answers": {"copies": Infinity}}',
        '{"organization_id": ' + "9" * 5000 + "}",
        '{"answer": "\\ud800", "reason": "\\ud800", "code": "\\ud800", "phone_digits": "\\ud800"}',
        '{"answer": "\\u0000", "reason": "\\u0000"}',
        b"\xff\xfe{",
        "{" + ",".join(f'"a{n}": 1' for n in range(2_000)) + "}",
    ]
    for body in strange:
        for path in ("dossiers", "dossiers/A-1/supplement", "dossiers/A-1/withdraw", "tracking"):
            answer = asker.ask("post", API + path, body, content_type=JSON, headers=key)
            assert answer.status_code in (400, 401, 404, 413, 422, 429), (path, body[:60])
            assert answer["Content-Type"] == "application/problem+json"
    assert asker.faults == set()


def test_strange_words_in_a_supplement_are_no_fault(
    office: Office, mother: Actor, at: datetime
) -> None:
    code = make_dossier(office=office, applicant=mother, at=at).code
    asker = Asker(sign_in(mother))
    for path, name in (("supplement", "answer"), ("withdraw", "reason")):
        for word in ("\ud800", "\0", "a" * 10_000):
            body = json.dumps({name: word})
            answer = asker.ask("post", f"{API}dossiers/{code}/{path}", body, content_type=JSON)
            assert answer.status_code in (409, 422), (path, word[:9])
    assert asker.faults == set()


def test_doubled_parameters_count_once(office: Office, mother: Actor) -> None:
    client = sign_in(mother)
    twice = (
        '{"procedure": "1.000000", "procedure": "2.000635", "organization_id": %d, "answers": {}}'
    )
    assert send(client, "dossiers", twice % office.body.pk).status_code in (404, 422)
    address = f"{API}files?filename=a.png&filename=b.html"
    answer = client.post(
        address, PIXEL, content_type="image/png", headers={"idempotency-key": "tan-cong-3"}
    )
    assert answer.status_code in (201, 415, 422)
    assert {file.filename for file in StoredFile.objects.all()} <= {"a.png"}
    for address in ("procedures?limit=1&limit=100000", "dossiers?limit=5&limit=-1"):
        assert client.get(API + address).status_code in (200, 422)
    page = client.get("/ho-so/?truoc=1&truoc=2&truoc=²")
    assert page.status_code == 200


def test_a_wrong_content_type_is_refused(mother: Actor) -> None:
    client, key = sign_in(mother), {"idempotency-key": "tan-cong-4"}
    for kind in ("text/html", "application/json", "image/svg+xml", "", "image/png; x=y/z"):
        answer = client.post(f"{API}files?filename=a.png", b"<b>", content_type=kind, headers=key)
        assert answer.status_code in (400, 415, 422), kind
    for kind in ("text/plain", "application/xml", "multipart/form-data; boundary=a"):
        answer = client.post(f"{API}tracking", b"<a/>", content_type=kind)
        assert answer.status_code in (400, 415, 422), kind
    assert StoredFile.objects.count() == 0


def test_no_other_origin_may_read() -> None:
    evil = {"origin": "https://evil.example", "access-control-request-method": "GET"}
    client = Client(headers=evil)
    for address in ("/", "/ho-so/", f"{API}units", f"{API}me", "/openid/userinfo"):
        for method in (client.get, client.options):
            assert "Access-Control-Allow-Origin" not in method(address)


def test_answers_are_files_to_a_browser_that_is_led_there() -> None:
    for address in ("/api/v1/procedures", "/api/v1/me", "/api/v1/dossiers/A-1"):
        answer = Client().get(address)
        assert answer["Content-Disposition"].startswith("attachment"), address


def test_nobody_reads_the_interface_faster_than_any_program_needs(
    at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nentang.config.api.PACE", Pace("api", calls=20, seconds=60))
    clock.use(lambda: at)
    reader, other = Client(), Client(REMOTE_ADDR="10.1.2.3")
    statuses = [reader.get("/api/v1/me").status_code for _ in range(3)]
    assert statuses == [401, 401, 401], "who is nobody is told so first"
    open_page = "/api/v1/procedures"
    assert {reader.get(open_page).status_code for _ in range(20)} == {200}
    refused = reader.get(open_page)
    assert (refused.status_code, int(refused["Retry-After"]) <= 60) == (429, True)
    assert other.get(open_page).status_code == 200
    clock.use(lambda: at + timedelta(seconds=60))
    assert reader.get(open_page).status_code == 200


def test_nobody_writes_a_line_of_the_log() -> None:
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(logging.Formatter("%(message)s"))
    logging.getLogger("django.request").addHandler(handler)
    try:
        client = Client(headers={"x-request-id": "a\nb", "user-agent": "a\nFORGED"})
        client.get("/khong-co%0aFORGED%0d%0aline/?a=%0aFORGED")
    finally:
        logging.getLogger("django.request").removeHandler(handler)
    lines = [line for line in written.getvalue().splitlines() if line]
    assert len(lines) == 1
    assert not any(line.startswith(("FORGED", "line")) for line in lines)


LAUGHS = (
    b"a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]\n"
)
BOMBS = {
    "laughs": LAUGHS,
    "merge": b"a: &a {x: 1}\nb: {<<: *a}\n",
    "python": b"a: !!python/object/apply:os.system ['id']\n",
    "deep": b"[" * 5_000,
    "wide": b"a: " + b"x" * MOST_BYTES,
    "self": b"&a [*a]",
    "number": b"a: " + b"9" * 10_000,
    "sixty": b"a: " + b"1:" * 5000 + b"1",
    "nul": b"a: \0",
    "days": b"a: 9999-99-99",
    "keys": b"? [a, b]\n: {c: d}\n? {e: f}\n: 1\n",
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bundle_file_does_not_unfold_without_end(name: str) -> None:
    with pytest.raises(FileUnreadable):
        read_bundle(BOMBS[name], code="1.001193")
