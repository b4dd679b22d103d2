"""The pages on which a bundle is written, tried and published."""

from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from nentang.government.catalogue.actions import propose_bundle, publish_bundle, seen, sheet_named
from nentang.government.catalogue.adapters.bundle_file import written_bundle
from nentang.government.catalogue.models import BundleDraft, BundleVersion
from nentang.kernel import clock
from tests.government.services.factories import make_applicant, make_office, sign_in

from .factories import BIRTH, EXTRACT, as_posted, begun, make_ministry, save

pytestmark = pytest.mark.django_db


def test_from_the_list_to_publication(at: datetime) -> None:
    ministry = make_ministry(at=at)
    writer, approver = sign_in(ministry.writer), sign_in(ministry.approver)
    assert BIRTH in writer.get("/thu-tuc/").content.decode()

    page = writer.post(f"/thu-tuc/{BIRTH}/soan/", follow=True)
    draft = BundleDraft.objects.get()
    here = f"/thu-tuc/ban-soan/{draft.public_id}/"
    assert "Chưa sửa gì." in page.content.decode()
    sheet = sheet_named(draft, "chung")
    posted = as_posted(draft.source, sheet) | {"seen": seen(draft, sheet)}
    wrong = writer.post(f"{here}chung/", posted | {"o.valid_from": "mai"})
    assert wrong.status_code == 422
    assert "Ghi một ngày" in wrong.content.decode()
    assert 'value="mai"' in wrong.content.decode()
    saved = writer.post(
        f"{here}chung/", posted | {"o.procedure.value.name.vi": "Khai sinh mới"}, follow=True
    )
    assert "<ins>Khai sinh mới</ins>" in saved.content.decode()
    assert writer.get(f"{here}xem/child/").status_code == 200
    assert writer.post(f"{here}xem/child/", {"_go": "back"})["Location"].endswith("requester/")
    assert "Hồ sơ đã thử" in writer.post(f"{here}thu/").content.decode()
    assert writer.post(f"{here}lam/trinh/", {"note": ""}).status_code == 422
    writer.post(f"{here}lam/trinh/", {"note": "Cho dễ hiểu"})
    assert writer.post(f"{here}lam/cong-bo/").status_code == 422
    done = approver.post(f"{here}lam/cong-bo/", follow=True)

    assert "Đã công bố" in done.content.decode()
    assert BundleVersion.objects.filter(organization=ministry.body).count() == 1
    assert "Sắp có hiệu lực" in approver.get(f"/thu-tuc/{BIRTH}/").content.decode()


def test_a_file_takes_the_place_of_the_text_and_a_broken_one_does_not(at: datetime) -> None:
    ministry = make_ministry(at=at)
    writer = sign_in(ministry.writer)
    writer.post(f"/thu-tuc/{BIRTH}/soan/")
    draft = BundleDraft.objects.get()
    address = f"/thu-tuc/ban-soan/{draft.public_id}/tep/"
    text = writer.get(address).content.decode()
    assert text == written_bundle(draft.source)

    broken = writer.post(address, {"tep": SimpleUploadedFile("a.yaml", b"- 1")})
    assert broken.status_code == 422
    changed = text.replace("Đăng ký khai sinh", "Khai sinh mới").encode()
    page = writer.post(address, {"tep": SimpleUploadedFile("a.yaml", changed)}, follow=True)

    assert "Khai sinh mới" in page.content.decode()


def test_other_officers_find_no_draft(at: datetime) -> None:
    ministry, other = make_ministry(at=at), make_ministry(at=at, code="G01")
    sign_in(ministry.writer).post(f"/thu-tuc/{BIRTH}/soan/")
    draft = BundleDraft.objects.get()

    stranger = sign_in(other.writer)

    for page in ("", "chung/", "xem/child/", "tep/"):
        address = f"/thu-tuc/ban-soan/{draft.public_id}/{page}"
        assert stranger.get(address).status_code == 404
    assert BIRTH not in stranger.get("/thu-tuc/").content.decode()
    assert "Soạn bản mới" not in stranger.get("/thu-tuc/1.000894/").content.decode()


def test_what_a_citizen_typed_is_carried_over_to_a_new_form(at: datetime) -> None:
    ministry, office = make_ministry(at=at), make_office(at=at)
    actor = make_applicant(at=at)
    citizen = sign_in(actor)
    begun_at = citizen.post(f"/dich-vu-cong/{EXTRACT}/nop/{office.body.pk}/")["Location"]
    typed = {"requester_name": "Lê Thị Mẫu", "requester_number": "001187000001", "_go": "next"}
    citizen.post(begun_at, typed)
    draft = begun(ministry, EXTRACT, at=at)
    save(draft, "cau-hoi-requester", actor=ministry.writer, at=at, r__0__label__vi="Tên của bạn")
    propose_bundle(draft_id=draft.public_id, note="x", actor=ministry.writer, at=at)
    version = publish_bundle(draft_id=draft.public_id, actor=ministry.approver, at=at)
    later = datetime.combine(version.valid_from, at.timetz())
    clock.use(lambda: later)
    citizen.post("/dang-nhap/thu/", {"account": actor.account_id})

    page = citizen.get(begun_at, follow=True)

    text = page.content.decode()
    assert "Tờ khai đã có mẫu mới." in text
    assert "Tên của bạn" in text
    assert 'value="Lê Thị Mẫu"' in text
    assert 'value="001187000001"' in text


def test_a_draft_whose_form_lost_its_parts_can_still_be_opened(at: datetime) -> None:
    ministry = make_ministry(at=at)
    writer, draft = sign_in(ministry.writer), begun(ministry, at=at)
    gone = {f"r__{number}___gone": "1" for number in range(len(draft.source["form"]["steps"]))}
    save(draft, "to-khai", actor=ministry.writer, at=at, **gone)

    page = writer.get(f"/thu-tuc/ban-soan/{draft.public_id}/")

    assert page.status_code == 200
    assert "chưa đọc được" in page.content.decode()
