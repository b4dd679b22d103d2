"""A clerk has a paper read: what it says stands beside the questions, and in none of the answers."""

from datetime import datetime
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from nentang.foundation.documents.actions import read_texts
from nentang.foundation.forms.public import Draft
from nentang.foundation.identity.public import person
from tests.foundation.documents.test_reading_text import HEAD, program, says

from .factories import PIXEL, make_applicant, make_office, sign_in

pytestmark = pytest.mark.django_db
PAPER = f"{HEAD}\n5\t1\t1\t1\t1\t1\t0\t0\t1\t1\t9\tHọ, chữ đệm, tên: Lê Thị Giấy"
OFFERED = "Đọc chữ từ ảnh giấy tờ"


def begun(at: datetime) -> tuple[Client, Draft, str]:
    """A clerk on the first step of a draft for a citizen."""
    office, citizen = make_office(at=at), make_applicant(at=at)
    client = sign_in(office.clerk)
    number = person(citizen.person_id or 0).personal_number
    client.post("/mot-cua/tiep-nhan/", {"personal_number": number, "procedure": "2.000635"})
    draft = Draft.objects.get()
    return client, draft, f"/ho-so/khai/{draft.public_id}/{draft.step}/"


def test_without_a_reader_nothing_is_offered(at: datetime) -> None:
    client, _draft, step = begun(at)

    assert OFFERED not in client.get(step).text


def test_what_was_read_is_shown_and_never_taken(
    at: datetime, tmp_path: Path, settings: Settings
) -> None:
    settings.DOCUMENTS_TEXT_READER = program(tmp_path, says(PAPER))
    client, draft, step = begun(at)
    assert OFFERED in client.get(step).text
    photo = SimpleUploadedFile("giay.png", PIXEL, content_type="image/png")
    sent = client.post(
        f"/bieu-mau/ban-khai/{draft.public_id}/doc-anh/",
        {"photograph": photo},
        headers={"referer": f"http://testserver{step}"},
    )
    assert sent["Location"] == f"http://testserver{step}"
    assert "đang đọc" in client.get(step).text
    read_texts(at=at)

    assert "Lê Thị Giấy" in client.get(step).text
    draft.refresh_from_db()
    assert "Giấy" not in str(draft.answers)


def test_an_address_elsewhere_is_not_gone_back_to(
    at: datetime, tmp_path: Path, settings: Settings
) -> None:
    settings.DOCUMENTS_TEXT_READER = program(tmp_path, says(PAPER))
    client, draft, _step = begun(at)
    sent = client.post(
        f"/bieu-mau/ban-khai/{draft.public_id}/doc-anh/",
        headers={"referer": "https://noi-khac.example/"},
    )

    assert sent["Location"] == "/"


def test_the_citizen_at_home_is_offered_nothing_and_may_not(
    at: datetime, tmp_path: Path, settings: Settings
) -> None:
    settings.DOCUMENTS_TEXT_READER = program(tmp_path, says(PAPER))
    office, client = make_office(at=at), sign_in(make_applicant(at=at))
    client.post(f"/dich-vu-cong/2.000635/nop/{office.body.pk}/")
    draft = Draft.objects.get()

    assert OFFERED not in client.get(f"/ho-so/khai/{draft.public_id}/{draft.step}/").text
    assert client.post(f"/bieu-mau/ban-khai/{draft.public_id}/doc-anh/").status_code == 403
