"""A clerk writes a complaint down for whoever stands at the counter and consented in writing."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from nentang.agreements.actor import Actor
from nentang.foundation.audit.models import Record
from nentang.foundation.identity.public import person, revoke_mandate
from nentang.government.complaints.models import Complaint
from nentang.government.services.actions import begin_assisting
from nentang.government.services.errors import DossierNotFound, NotYourDesk
from tests.foundation.outbox.workers import shared_database
from tests.government.services.factories import (
    PIXEL,
    make_applicant,
    make_officer,
    sign_in,
)

from .factories import Place, complain, make_place, refused_dossier
from .test_two_at_once import at_once

pytestmark = pytest.mark.django_db


def helped(clerk: Actor, citizen: Actor, at: datetime) -> Actor:
    """The clerk, acting for the citizen under a signed paper."""
    return begin_assisting(person_id=citizen.person_id or 0, consent="7", actor=clerk, at=at)


def refused(at: datetime) -> tuple[Place, Actor, str]:
    place, citizen = make_place(at=at), make_applicant(at=at)
    return place, citizen, refused_dossier(place, citizen, at)


def test_it_is_the_persons_complaint_and_the_audit_names_the_consent(at: datetime) -> None:
    place, citizen, code = refused(at)
    acting = helped(place.clerk, citizen, at)
    made = complain(code, acting, at)

    assert made.complainant_id == citizen.person_id
    assert made.filed_by_id == place.clerk.account_id
    assert made.case.channel == "counter"
    record = Record.objects.get(action="complaints.file_complaint")
    assert (record.mandate_id, record.person_id) == (acting.mandate_id, citizen.person_id)


def test_a_clerk_without_consent_writes_nothing_down(at: datetime) -> None:
    place, _citizen, code = refused(at)
    with pytest.raises(DossierNotFound):
        complain(code, place.clerk, at)


def test_the_consent_of_one_person_reaches_no_dossier_of_another(at: datetime) -> None:
    place, _citizen, code = refused(at)
    with pytest.raises(DossierNotFound):
        complain(code, helped(place.clerk, make_applicant(at=at), at), at)


def test_the_clerk_of_an_office_that_has_nothing_to_do_with_it_sends_them_on(at: datetime) -> None:
    place, citizen, code = refused(at)
    elsewhere = make_officer(place.above, "clerk", at=at)
    with pytest.raises(NotYourDesk):
        complain(code, helped(elsewhere, citizen, at), at)


def test_from_the_counters_page_to_the_receipt_in_the_browser(at: datetime) -> None:
    place, citizen, code = refused(at)
    client = sign_in(place.clerk)
    begun = client.post(
        "/mot-cua/lam-thay/",
        {
            "personal_number": person(citizen.person_id or 0).personal_number,
            "matter": "complaint",
            "consent": "7",
            "is_signed": "1",
        },
        follow=True,
    )
    assert code in begun.text
    address = f"{begun.redirect_chain[-1][0]}{code}/"
    assert "Ghi đúng lời" in client.get(address).text
    said = {
        "ve": "decision",
        "statement": "Không phải giấy của tôi.",
        "demand": "Xem lại.",
        "key": "1",
    }
    again = client.post(address, {**said, "statement": " "})
    assert again.status_code == 422
    photo = SimpleUploadedFile("giay.png", PIXEL, content_type="image/png")
    receipt = client.post(address, {**said, "files": photo}, follow=True)
    made = Complaint.objects.get()
    assert receipt.status_code == 200
    assert made.files.count() == 1
    for shown in (made.code, "Không phải giấy của tôi.", "ký hoặc điểm chỉ"):
        assert shown in receipt.text
    assert client.post(address, said, follow=True).text.count(made.code) >= 1
    assert Complaint.objects.count() == 1
    assert sign_in(citizen).get(f"/khieu-nai/{made.code}/").status_code == 200
    stranger = make_officer(place.above, "clerk", at=at)
    assert sign_in(stranger).get(f"/mot-cua/khieu-nai/{made.code}/bien-nhan/").status_code == 404


def test_a_consent_that_ended_opens_no_page(at: datetime) -> None:
    place, citizen, code = refused(at)
    acting = helped(place.clerk, citizen, at)
    revoke_mandate(mandate_id=acting.mandate_id or 0, actor=citizen, at=at)
    client = sign_in(place.clerk)

    for page in ("", f"{code}/"):
        page = f"/mot-cua/ghi-khieu-nai/{acting.mandate_id}/{page}"
        assert client.get(page).status_code == 409


@pytest.mark.django_db(transaction=True)
def test_pressed_twice_at_once_it_is_one_complaint(at: datetime, tmp_path: Path) -> None:
    place, citizen, code = refused(at)
    acting = helped(place.clerk, citizen, at)
    with shared_database(tmp_path):
        at_once([lambda: complain(code, acting, at + timedelta(hours=1), key="a")] * 4)
        assert Complaint.objects.count() == 1
