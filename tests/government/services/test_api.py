"""Programs find procedures, submit dossiers once, follow and withdraw them."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from nentang.agreements.actor import Actor
from nentang.foundation.identity.public import person
from nentang.government.services import actions
from nentang.government.services.models import Dossier
from nentang.kernel import clock
from tests.api.factories import bearer

from .factories import Office, extract_answers, make_applicant, make_dossier, make_office

pytestmark = pytest.mark.django_db

API = "/api/v1"
EXTRACT = "2.000635"


class Program:
    """A program with the token of somebody."""

    def __init__(self, actor: Actor, at: datetime) -> None:
        self._http = Client(headers=bearer(account_id=actor.account_id or 0, at=at))

    def get(self, path: str, **query: str | int) -> Any:
        return self._http.get(API + path, query).json()

    def post(self, path: str, body: dict[str, object], key: str = "key-0000") -> Any:
        return self._http.post(
            API + path, body, content_type="application/json", headers={"Idempotency-Key": key}
        )


@pytest.fixture(autouse=True)
def _today(at: datetime) -> None:
    cache.clear()
    clock.use(lambda: at)


def application(office: Office, **answers: object) -> dict[str, object]:
    return {
        "procedure": EXTRACT,
        "organization_id": office.body.pk,
        "answers": {**extract_answers(), **answers},
    }


def test_anybody_finds_a_procedure_and_the_form_that_it_asks_for(client: Client) -> None:
    found = client.get(f"{API}/procedures", {"q": "trích lục khai sinh"}).json()["items"][0]
    detail = client.get(f"{API}/procedures/{found['code']}", {"on": "2020-12-31"}).json()
    schema = client.get(f"{API}/procedures/{found['code']}/form").json()

    assert found["code"] == EXTRACT
    assert detail["fees"]["lines"][0]["amount"] == 8000
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "copies" in schema["properties"]


def test_pages_of_procedures_follow_each_other_without_gap(client: Client) -> None:
    codes: list[str] = []
    after = ""
    while after is not None:
        page = client.get(f"{API}/procedures", {"limit": "5", "after": after}).json()
        codes += [each["code"] for each in page["items"]]
        after = page["next"]

    assert len(codes) == len(set(codes)) == 24


def test_the_same_key_and_content_make_one_dossier(at: datetime) -> None:
    office, citizen = make_office(at=at), make_applicant(at=at)
    program = Program(citizen, at)

    first = program.post("/dossiers", application(office))
    again = program.post("/dossiers", application(office))

    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert first.json()["fee"] == 16_000
    assert Dossier.objects.count() == 1


def test_the_same_key_with_another_content_is_a_conflict(at: datetime) -> None:
    office, program = make_office(at=at), Program(make_applicant(at=at), at)
    program.post("/dossiers", application(office))

    other = program.post("/dossiers", application(office, copies=3))

    assert (other.status_code, other.json()["code"]) == (409, "services.key_used_differently")
    assert other.headers["Content-Type"] == "application/problem+json"


def test_a_wrong_answer_is_named_by_its_field(at: datetime) -> None:
    office, program = make_office(at=at), Program(make_applicant(at=at), at)

    refused = program.post("/dossiers", application(office, copies=999))

    assert refused.status_code == 422
    assert "copies" in refused.json()["fields"]


def test_a_dossier_is_followed_with_its_fee_and_withdrawn(at: datetime) -> None:
    office, citizen = make_office(at=at), make_applicant(at=at)
    program = Program(citizen, at)
    code = make_dossier(office=office, applicant=citizen, at=at, procedure=EXTRACT).code

    shown = program.get(f"/dossiers/{code}")
    withdrawn = program.post(f"/dossiers/{code}/withdraw", {"reason": "Đã có bản sao"}).json()

    assert (shown["state"], shown["national_status"]) == ("registered", 1)
    assert shown["payment"]["amount"] == 16_000
    assert [step["step"] for step in shown["timeline"]] == ["open"]
    assert (withdrawn["national_status"], withdrawn["outcome"]) == (7, "withdrawn")


def test_another_persons_dossier_does_not_exist(at: datetime) -> None:
    office, mother, stranger = make_office(at=at), make_applicant(at=at), make_applicant(at=at)
    code = make_dossier(office=office, applicant=mother, at=at).code

    program = Program(stranger, at)

    assert program.get(f"/dossiers/{code}")["code"] == "services.dossier_not_found"
    assert program.get("/dossiers")["items"] == []


def test_a_token_that_only_reads_cannot_submit(at: datetime) -> None:
    office, citizen = make_office(at=at), make_applicant(at=at)
    reading = bearer(account_id=citizen.account_id or 0, at=at, scopes=("dossiers:read",))

    answer = Client(headers=reading).post(
        f"{API}/dossiers", application(office), content_type="application/json"
    )

    assert answer.status_code == 401
    assert not Dossier.objects.exists()


def test_my_dossiers_come_in_pages_newest_first(at: datetime) -> None:
    office, citizen = make_office(at=at), make_applicant(at=at)
    program = Program(citizen, at)
    made = [make_dossier(office=office, applicant=citizen, at=at).code for _ in range(3)]

    first = program.get("/dossiers", limit=2)
    rest = program.get("/dossiers", limit=2, before=first["next"])

    listed = [each["code"] for each in first["items"] + rest["items"]]
    assert listed == made[::-1]
    assert rest["next"] is None


def test_an_office_follows_what_moved_and_asks_on_from_there(at: datetime) -> None:
    office, citizen = make_office(at=at), make_applicant(at=at)
    code = make_dossier(office=office, applicant=citizen, at=at).code
    clerk = Program(office.clerk, at)

    first = clerk.get("/dossiers/changes")
    actions.receive_dossier(code=code, actor=office.clerk, at=at + timedelta(minutes=5))
    then = clerk.get("/dossiers/changes", after=first["next"])
    last = clerk.get("/dossiers/changes", after=then["next"])

    assert [each["step"] for each in first["items"]] == ["open"]
    assert [each["national_status"] for each in then["items"]] == [2, 4]
    assert last == {"items": [], "next": then["next"]}


def test_changes_are_for_officers_and_for_their_own_office_only(at: datetime) -> None:
    office, citizen = make_office(at=at), make_applicant(at=at)
    make_dossier(office=office, applicant=citizen, at=at)

    assert Program(citizen, at).get("/dossiers/changes")["code"] == "services.not_your_desk"


def test_tracking_needs_the_digits_and_names_nobody(client: Client, at: datetime) -> None:
    office, citizen = make_office(at=at), make_applicant(at=at)
    code = make_dossier(office=office, applicant=citizen, at=at).code
    digits = person(citizen.person_id or 0).phone[-4:]

    def track(entered: str) -> Any:
        body = {"code": code, "phone_digits": entered}
        return client.post(f"{API}/tracking", body, content_type="application/json")

    assert track("0000").status_code == 404
    assert track(digits).json()["national_status"] == 1
    assert "Mẫu" not in track(digits).content.decode().replace("xã Mẫu", "")


def test_guessing_digits_is_slowed_down(client: Client) -> None:
    body = {"code": "000.00.00.H42-201207-0001", "phone_digits": "0000"}
    answers = [
        client.post(f"{API}/tracking", body, content_type="application/json") for _ in range(11)
    ]

    assert [each.status_code for each in answers] == [404] * 10 + [429]
    assert answers[-1]["Retry-After"] == "3600"
    assert answers[-1].json()["code"] == "portal.too_many_tries"


def test_the_page_of_the_api_loads_nothing_from_elsewhere(client: Client) -> None:
    page = client.get(f"{API}/docs")

    assert page.status_code == 200
    assert "//" not in page.content.decode().replace("<!-- ", "")
    assert "'self'" in page.headers["Content-Security-Policy"]
