"""Programs bring papers: a household business is registered through the API alone."""

from datetime import date, datetime
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client, override_settings

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.documents.models import StoredFile
from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
    create_organization,
)
from nentang.government.services import actions
from nentang.kernel import clock
from tests.api.factories import bearer
from tests.foundation.organizations.factories import make_unit

from .factories import PIXEL, make_applicant, make_officer

pytestmark = pytest.mark.django_db
API = "/api/v1"
PDF = b"%PDF-1.4 hop dong thue quan %%EOF"


@pytest.fixture(autouse=True)
def _today(at: datetime) -> None:
    cache.clear()
    clock.use(lambda: at)


@pytest.fixture
def citizen(at: datetime) -> Actor:
    return make_applicant(at=at)


@pytest.fixture
def program(citizen: Actor, at: datetime) -> Client:
    return Client(headers=bearer(account_id=citizen.account_id or 0, at=at))


@pytest.fixture
def district(at: datetime) -> Organization:
    make_unit("981", "Huyện Mẫu", parent=make_unit("98", "Tỉnh Mẫu"))
    return create_organization(
        name="Uỷ ban nhân dân huyện Mẫu",
        kind=OrganizationKind.PEOPLES_COMMITTEE,
        level=OrganizationLevel.DISTRICT,
        code="H42.15",
        unit_code="981",
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )


def upload(
    program: Client,
    content: bytes = PIXEL,
    *,
    name: str = "bien-ban.png",
    media_type: str = "image/png",
    key: str = "file-0001",
    language: str = "vi",
) -> Any:
    return program.post(
        f"{API}/files",
        content,
        content_type=media_type,
        query_params={"filename": name},
        headers={
            "Content-Type": media_type,  # Django leaves it out where there is no body
            "Idempotency-Key": key,
            "Accept-Language": language,
        },
    )


def send(program: Client, path: str, body: dict[str, object], key: str = "dossier-1") -> Any:
    headers = {"Idempotency-Key": key}
    return program.post(API + path, body, content_type="application/json", headers=headers)


def application(district: Organization, *, minutes: int) -> dict[str, object]:
    return {
        "procedure": "1.001612",
        "organization_id": district.pk,
        "answers": {
            "owner_name": "Bùi Văn Thử",
            "owner_number": "001087000002",
            "owner_phone": "0912345678",
            "owner_residence": "Xã Mẫu, huyện Mẫu",
            "business_name": "Quán Mẫu",
            "business_place": "Chợ Mẫu, huyện Mẫu",
            "starts_on": "2021-01-04",
            "capital": 50_000_000,
            "workers": 2,
            "trades": [{"trade": "Bán phở", "conditional": False}],
            "founded_by_household": True,
            "members": [{"member_name": "Lê Thị Mẫu", "member_number": "001187000001"}],
            "members_minutes": [minutes],
        },
    }


def test_a_household_business_is_registered_by_the_api_alone(
    program: Client, district: Organization, at: datetime
) -> None:
    found = program.get(f"{API}/procedures", {"q": "mở quán bán hàng"}).json()["items"][0]
    body = program.get(f"{API}/organizations", {"q": "huyện Mẫu"}).json()[0]
    schema = program.get(f"{API}/procedures/{found['code']}/form").json()
    assert (found["code"], body["id"]) == ("1.001612", district.pk)
    assert "members_minutes" in schema["properties"]

    minutes = upload(program)
    made = send(program, "/dossiers", application(district, minutes=minutes.json()["id"]))

    assert (minutes.status_code, made.status_code) == (201, 201), made.content
    code = made.json()["code"]
    shown = program.get(f"{API}/dossiers/{code}").json()
    assert (shown["fee"], shown["payment"]["amount"]) == (100_000, 100_000)
    assert shown["payment"]["pay_path"].startswith("/thanh-toan/")
    assert StoredFile.objects.get().subject.startswith("dossier:")

    clerk = make_officer(district, "clerk", at=at)
    actions.ask_supplement(code=code, items="Hợp đồng thuê quán", actor=clerk, at=at)
    lease = upload(program, PDF, name="thue.pdf", media_type="application/pdf", key="file-0002")
    added = send(
        program,
        f"/dossiers/{code}/supplement",
        {"answer": "Gửi hợp đồng thuê", "files": [lease.json()["id"]]},
    )

    assert added.json()["state"] == "registered"
    assert StoredFile.objects.filter(subject__startswith="dossier:").count() == 2


def test_the_same_key_and_file_are_kept_once(program: Client) -> None:
    first, again = upload(program), upload(program)

    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert first.json()["media_type"] == "image/png"
    assert StoredFile.objects.count() == 1


@pytest.mark.parametrize("other", [{"name": "khac.png"}, {"content": PDF}])
def test_the_same_key_with_another_file_is_a_conflict(
    program: Client, other: dict[str, Any]
) -> None:
    upload(program)

    refused = upload(program, **other)

    assert (refused.status_code, refused.json()["code"]) == (409, "services.key_used_differently")


@pytest.mark.parametrize(
    ("file", "status", "code", "vi", "en"),
    [
        (
            {"media_type": "text/html"},
            415,
            "documents.file_type_refused",
            "Chỉ nhận tệp PDF",
            "Only PDF files",
        ),
        (
            {"content": b"MZ" + PIXEL},
            415,
            "documents.file_type_refused",
            "Chỉ nhận tệp PDF",
            "Only PDF files",
        ),
        (
            {"content": PIXEL + bytes(2048)},
            413,
            "documents.file_too_large",
            "Tệp lớn hơn",
            "larger than",
        ),
        ({"content": b""}, 422, "documents.file_empty", "không có nội dung", "empty"),
        (
            {"name": ""},
            422,
            "api.malformed",
            "Có chỗ điền chưa đúng",
            "Something was not filled in correctly",
        ),
    ],
)
def test_what_is_not_taken_is_explained_in_the_readers_language(
    program: Client, file: dict[str, Any], status: int, code: str, vi: str, en: str
) -> None:
    with override_settings(DOCUMENTS_MAX_BYTES=1024):
        here, abroad = upload(program, **file), upload(program, language="en", **file)

    assert (here.status_code, here.json()["code"]) == (status, code)
    assert here.headers["Content-Type"] == "application/problem+json"
    assert vi in here.json()["detail"]
    assert en in abroad.json()["detail"]
    assert not StoredFile.objects.exists()


def test_a_token_that_only_reads_uploads_nothing(citizen: Actor, at: datetime) -> None:
    reading = bearer(account_id=citizen.account_id or 0, at=at, scopes=("dossiers:read",))

    assert upload(Client(headers=reading)).status_code == 401
    assert not StoredFile.objects.exists()


def test_another_persons_file_cannot_be_named(
    program: Client, district: Organization, at: datetime
) -> None:
    stranger = make_applicant(at=at)
    other = Client(headers=bearer(account_id=stranger.account_id or 0, at=at))
    theirs = upload(other).json()["id"]

    refused = send(program, "/dossiers", application(district, minutes=theirs))

    assert (refused.status_code, refused.json()["code"]) == (404, "documents.file_not_found")


def test_a_file_stays_with_the_dossier_that_it_came_with(
    program: Client, district: Organization
) -> None:
    minutes = upload(program).json()["id"]
    send(program, "/dossiers", application(district, minutes=minutes))

    refused = send(program, "/dossiers", application(district, minutes=minutes), key="dossier-2")

    assert (refused.status_code, refused.json()["code"]) == (409, "documents.file_in_use")


def test_sixty_files_an_hour_are_enough(program: Client) -> None:
    answers = [upload(program, b"", key=f"file-{number:04}") for number in range(61)]

    assert [each.status_code for each in answers] == [422] * 60 + [429]
    assert "Retry-After" in answers[-1]
