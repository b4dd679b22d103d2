"""The pages: offered where it may be, two steps, the desk, and nothing for those whom it is not."""

from datetime import date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nentang.agreements.actor import SYSTEM
from nentang.foundation.identity.public import (
    actor_for_account,
    grant_mandate,
    open_account,
)
from nentang.foundation.outbox.public import run_until_quiet
from nentang.government.complaints.models import Complaint
from nentang.kernel import clock
from tests.api.factories import bearer
from tests.foundation.identity.factories import make_person
from tests.government.services.factories import PIXEL, make_applicant, make_dossier, sign_in

from .factories import (
    accept,
    complain,
    complained,
    decide,
    late_dossier,
    make_place,
    refused_dossier,
)

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
SAID = {"ve": "decision", "statement": "Giấy ấy của người khác", "demand": "Xem lại", "key": "k1"}


def test_a_dossier_in_time_offers_nothing_and_a_late_one_does(at: datetime) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    code, client = late_dossier(place.office, citizen, at), sign_in(citizen)

    assert "Khiếu nại" not in client.get(f"/ho-so/{code}/").text
    clock.use(lambda: at + 10 * DAY)
    page = client.get(f"/ho-so/{code}/").text

    assert f'href="/ho-so/{code}/khieu-nai/"' in page
    assert "Hồ sơ quá hẹn" in page


def test_a_person_complains_in_two_steps(at: datetime) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    code = refused_dossier(place, citizen, at)
    client = sign_in(citizen)

    first = client.get(f"/ho-so/{code}/khieu-nai/").text
    assert "Kết quả, quyết định giải quyết hồ sơ" in first
    assert "Hồ sơ trễ hẹn" not in first
    second = client.get(f"/ho-so/{code}/khieu-nai/?ve=decision").text
    assert 'name="statement"' in second
    file = SimpleUploadedFile("anh.png", PIXEL, "image/png")
    sent = client.post(f"/ho-so/{code}/khieu-nai/", {**SAID, "files": file})

    complaint = Complaint.objects.get()
    assert sent.url == f"/khieu-nai/{complaint.code}/?moi"
    page = client.get(sent.url).text
    assert "Đã gửi khiếu nại." in page
    assert "phải trả lời đến hết ngày <b>17/12/2020</b>" in page
    assert place.body.name in page
    assert "anh.png" in page
    assert complaint.code in client.get(f"/ho-so/{code}/").text
    assert complaint.code in client.get("/khieu-nai/").text
    assert complaint.code in client.get("/").text


def test_a_second_press_leads_to_the_same_complaint(at: datetime) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    code = refused_dossier(place, citizen, at)
    client = sign_in(citizen)

    sent = [client.post(f"/ho-so/{code}/khieu-nai/", SAID).url for _ in range(2)]

    assert sent[0] == sent[1]
    assert "quyết định giải quyết" not in client.get(f"/ho-so/{code}/khieu-nai/").text
    other_tab = client.post(f"/ho-so/{code}/khieu-nai/", {**SAID, "key": "k2"})
    assert other_tab.status_code == 422
    assert "lời vừa viết chưa gửi" in other_tab.text
    assert "Giấy ấy của người khác" in other_tab.text


def test_what_was_typed_is_kept_where_it_is_refused(at: datetime) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    code = refused_dossier(place, citizen, at)
    client = sign_in(citizen)

    empty = client.post(f"/ho-so/{code}/khieu-nai/", {**SAID, "demand": " "})
    files = [SimpleUploadedFile(f"{n}.png", PIXEL, "image/png") for n in range(6)]
    many = client.post(f"/ho-so/{code}/khieu-nai/", {**SAID, "files": files})

    for answer in (empty, many):
        assert answer.status_code == 422
        assert "Giấy ấy của người khác" in answer.text
    assert not Complaint.objects.exists()


def test_to_others_neither_the_dossier_nor_the_complaint_exists(at: datetime) -> None:
    place, _citizen, complaint = complained(at)
    dossier = complaint.dossier.code
    other, upper = sign_in(make_applicant(at=at)), sign_in(place.upper)
    for client in (other, upper):
        client.raise_request_exception = False

    for address in (
        f"/ho-so/{dossier}/khieu-nai/",
        f"/khieu-nai/{complaint.code}/",
        f"/khieu-nai/{complaint.code}/rut/",
        f"/khieu-nai/{complaint.code}/lan-hai/",
    ):
        assert other.get(address).status_code == 404, address
        assert other.post(address, SAID).status_code == 404, address
    assert upper.get(f"/mot-cua/khieu-nai/{complaint.code}/").status_code == 404
    assert upper.post(f"/mot-cua/khieu-nai/{complaint.code}/thu-ly/").status_code == 404
    assert complaint.code not in other.get("/khieu-nai/").text


def test_whoever_holds_a_mandate_complains_for_the_principal(at: datetime) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    code = refused_dossier(place, citizen, at)
    agent = make_person(at=at)
    account = open_account(
        person_id=agent.pk, username="nguoi.thay", password=None, assurance=2, actor=SYSTEM, at=at
    )
    for scope, status in (("payments.", 403), ("services.", 302)):
        mandate = grant_mandate(
            kind="proxy",
            agent_person_id=agent.pk,
            principal_person_id=citizen.person_id or 0,
            basis="Giấy uỷ quyền thử",
            scope=scope,
            valid_from=date(2020, 1, 1),
            actor=SYSTEM,
            at=at,
        )
        client = sign_in(actor_for_account(account.pk, at, assurance=2))
        client.post("/dinh-danh/thay-mat/", {"mandate": mandate.pk, "next": "/"})
        client.raise_request_exception = False

        assert client.post(f"/ho-so/{code}/khieu-nai/", SAID).status_code == status

    assert Complaint.objects.get().complainant_id == citizen.person_id


def test_the_desk_takes_a_complaint_from_the_inbox_to_its_decision(at: datetime) -> None:
    place, citizen, complaint = complained(at)
    desk, page = sign_in(place.deputy), f"/mot-cua/khieu-nai/{complaint.code}/"

    def press(step: str, **entered: str) -> int:
        version = Complaint.objects.select_related("case").get().case.version
        return desk.post(f"{page}{step}/", {"version": version, **entered}).status_code

    assert complaint.code in desk.get("/viec/").text
    assert desk.get(f"/viec/{complaint.code}/").url == page
    assert "Thụ lý" in desk.get(page).text
    assert press("quyet-dinh", verdict="right", remedy="refund", text="x") == 422
    assert press("thu-ly", difficulty="complex") == 302
    assert press("giai-trinh", text="Vì sao trùng?", number="3") == 302
    clerk = sign_in(place.clerk)
    asked = f"/mot-cua/giai-trinh/{complaint.code}-GT1/"
    assert clerk.get(f"/viec/{complaint.code}-GT1/").url == asked
    assert "Vì sao trùng?" in clerk.get(asked).text
    assert clerk.post(asked, {"answer": " "}).status_code == 422
    assert clerk.post(asked, {"answer": "Xem nhầm"}).status_code == 302
    assert press("doi-thoai", text="Đã gặp", day="2020-12-07") == 302
    assert press("quyet-dinh", verdict="right", remedy="decide_anew", text="Nhầm số") == 302
    run_until_quiet(at=at + timedelta(minutes=5))

    shown = desk.get(page).text
    assert "Xem nhầm" in shown
    assert "Khiếu nại đúng" in shown
    theirs = sign_in(citizen).get(f"/khieu-nai/{complaint.code}/").text
    assert "Tải quyết định có chữ ký số" in theirs
    assert "Hủy quyết định cũ" in theirs
    assert "Xem nhầm" not in theirs  # an explanation is between the bodies


def test_the_desk_sees_the_complaint_on_the_page_of_the_dossier(at: datetime) -> None:
    place, _citizen, complaint = complained(at)
    desk, page = sign_in(place.clerk), f"/mot-cua/ho-so/{complaint.dossier.code}/"

    assert f"/mot-cua/khieu-nai/{complaint.code}/" in desk.get(page).text
    accept(complaint, place.deputy, at + timedelta(hours=2))
    decide(complaint, place.deputy, at + timedelta(hours=3))

    assert "Khiếu nại đúng: Hủy quyết định cũ" in desk.get(page).text


def test_lists_ask_the_database_no_more_for_many_complaints(at: datetime) -> None:
    place, citizen, _complaint = complained(at)
    client, counts = sign_in(citizen), []
    client.get("/khieu-nai/")

    for _round in range(2):
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/khieu-nai/").status_code == 200
        counts.append(len(queries))
        for about in ("conduct", "fee"):
            for _ in range(3):
                complain(refused_dossier(place, citizen, at), citizen, at, about=about)

    assert counts[0] == counts[1]


def test_the_desk_tells_whoever_had_a_part_to_keep_out(at: datetime) -> None:
    place, _citizen, complaint = complained(at)
    client = sign_in(place.leader)
    client.raise_request_exception = False
    page = f"/mot-cua/khieu-nai/{complaint.code}/"

    assert "Giao cho người khác" in client.get(page).text
    version = Complaint.objects.select_related("case").get().case.version
    assert client.post(f"{page}thu-ly/", {"version": version}).status_code == 403


def test_a_page_that_somebody_overtook_is_shown_again(at: datetime) -> None:
    place, _citizen, complaint = complained(at)

    answer = sign_in(place.deputy).post(
        f"/mot-cua/khieu-nai/{complaint.code}/khong-thu-ly/", {"version": "1", "text": "Lý do"}
    )

    assert answer.status_code == 422
    assert "Người khác vừa xử lý khiếu nại này" in answer.text
    assert "Lý do" in answer.text


def test_a_person_withdraws_or_complains_again(at: datetime) -> None:
    place, citizen, complaint = complained(at)
    client, page = sign_in(citizen), f"/khieu-nai/{complaint.code}/"
    assert "lan-hai" not in client.get(page).text
    accept(complaint, place.deputy, at + timedelta(hours=2))
    decide(complaint, place.deputy, at + timedelta(hours=3), "wrong")
    clock.use(lambda: at + DAY)

    assert f"Khiếu nại lần hai với {place.above.name}" in client.get(page).text
    sent = client.post(f"{page}lan-hai/", SAID)
    second = Complaint.objects.get(instance=2)
    assert sent.url == f"/khieu-nai/{second.code}/?moi"
    assert "Đã khiếu nại lần hai" in client.get(page).text
    client.post(f"/khieu-nai/{second.code}/rut/", {"reason": "Thôi"})
    assert "Người khiếu nại đã rút" in client.get(f"/khieu-nai/{second.code}/").text


def test_files_are_for_the_person_and_the_body_that_settles(at: datetime) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    code = refused_dossier(place, citizen, at)
    file = SimpleUploadedFile("anh.png", PIXEL, "image/png")
    sign_in(citizen).post(f"/ho-so/{code}/khieu-nai/", {**SAID, "files": file})
    address = f"/tep/{Complaint.objects.get().files.get().file.public_id}/"

    statuses = {}
    for name, actor in {
        "citizen": citizen,
        "deputy": place.deputy,
        "upper": place.upper,
        "other": make_applicant(at=at),
    }.items():
        client = sign_in(actor)
        client.raise_request_exception = False
        answer = client.get(address)
        statuses[name] = answer.status_code
        b"".join(answer)

    assert statuses == {"citizen": 200, "deputy": 200, "upper": 404, "other": 404}


def test_the_api_tells_whoever_complained_and_nobody_else(at: datetime) -> None:
    place, citizen, complaint = complained(at)
    own = bearer(account_id=citizen.account_id or 0, at=at)
    other = bearer(account_id=make_applicant(at=at).account_id or 0, at=at)
    client = sign_in(citizen)
    client.logout()

    found = client.get("/api/v1/complaints", headers=own).json()
    one = client.get(f"/api/v1/complaints/{complaint.code}", headers=own).json()

    assert [each["code"] for each in found["items"]] == [complaint.code]
    assert one["holder"] == {"id": place.body.pk, "name": place.body.name}
    assert one["state"] == "filed"
    assert [each["step"] for each in one["timeline"]] == ["open"]
    assert client.get("/api/v1/complaints", headers=other).json()["items"] == []
    assert client.get(f"/api/v1/complaints/{complaint.code}", headers=other).status_code == 404
    assert client.get("/api/v1/complaints").status_code == 401


def test_nothing_is_offered_of_a_dossier_that_only_just_came_in(at: datetime) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    code = make_dossier(office=place.office, applicant=citizen, at=at).code
    client = sign_in(citizen)

    answer = client.get(f"/ho-so/{code}/khieu-nai/")

    assert answer.status_code == 409


def test_the_list_of_dossiers_leads_to_ones_complaints_once_there_are_any(at: datetime) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    code = refused_dossier(place, citizen, at)
    client = sign_in(citizen)

    assert 'href="/khieu-nai/">Khiếu nại của tôi' not in client.get("/ho-so/").text
    complain(code, citizen, at)
    assert "Khiếu nại của tôi (1)" in client.get("/ho-so/").text
    assert "Khiếu nại của tôi (" not in sign_in(make_applicant(at=at)).get("/ho-so/").text
