"""The citizen's and the desk's pages without script: what is sent, what comes back, who is let in."""

import re
from datetime import date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pytest_django.live_server_helper import LiveServer

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.forms.public import publish_form
from nentang.foundation.identity.models import Person
from nentang.foundation.organizations.public import (
    OrganizationKind,
    OrganizationLevel,
    Unit,
    create_organization,
)
from nentang.foundation.outbox.public import run_until_quiet
from nentang.government.services import actions
from nentang.government.services.models import Dossier
from nentang.government.services.queries import find_dossier
from tests.browser import assert_accessible, assert_no_sideways_scroll, open_page
from tests.foundation.organizations.factories import make_unit
from tests.government.catalogue.files import form

from .factories import (
    PIXEL,
    Office,
    birth_answers,
    make_applicant,
    make_dossier,
    make_office,
    make_officer,
    sign_in,
)


def begin(client: Client, office: Office) -> str:
    """The address of a new draft, without its step."""
    response = client.post(f"/dich-vu-cong/1.001193/nop/{office.body.pk}/")
    return str(response["Location"]).removesuffix("requester/")


def fill(client: Client, draft: str) -> None:
    """Every step, right, to the review."""
    answers = birth_answers(proof=0)
    for step in form("birth_registration").steps:
        posted = {each.name: answers[each.name] for each in step.fields if each.name in answers}
        if "birth_proof" in posted:
            posted["birth_proof"] = SimpleUploadedFile("anh.png", PIXEL, "image/png")
        response = client.post(f"{draft}{step.name}/", {**posted, "_go": "next"})
        assert response.status_code == 302, words(response)


def words(response: HttpResponse) -> str:
    return response.content.decode()


def submitted(office: Office, applicant: Actor, at: datetime) -> str:
    """The code of a dossier on the published form."""
    publish_form(form=form("birth_registration"), actor=SYSTEM, at=at)
    return make_dossier(office=office, applicant=applicant, at=at).code


def press(client: Client, code: str, step: str, **posted: object) -> HttpResponse:
    """A button of the desk as the page shows it, with the version on it."""
    version = find_dossier(code).case.version
    response: HttpResponse = client.post(
        f"/mot-cua/ho-so/{code}/{step}/", {"version": version, **posted}
    )
    return response


@pytest.mark.django_db
class TestTheApplicant:
    """Applies, follows, is refused what is not theirs."""

    def test_the_office_of_ones_own_commune_is_offered_first(self, at: datetime) -> None:
        office, applicant = make_office(at=at), make_applicant(at=at)
        unit = office.body.unit
        assert unit
        Person.objects.filter(pk=applicant.person_id).update(unit_code=unit.code)

        page = sign_in(applicant).get("/dich-vu-cong/1.001193/nop/")

        assert f"/dich-vu-cong/1.001193/nop/{office.body.pk}/" in words(page)

    def test_from_the_procedure_to_the_dossier(self, at: datetime) -> None:
        office, client = make_office(at=at), sign_in(make_applicant(at=at))

        procedure = client.get("/dich-vu-cong/1.001193/")
        places = client.get("/dich-vu-cong/1.001193/nop/?q=xa mau")
        draft = begin(client, office)
        fill(client, draft)
        review = client.get(f"{draft}xem-lai/")
        sent = client.post(f"{draft}xem-lai/", follow=True)

        assert "Miễn phí" in words(procedure)
        assert "Nhờ cán bộ khai giúp" in words(procedure)
        assert f"/dich-vu-cong/1.001193/nop/{office.body.pk}/" in words(places)
        assert "Lê An Nháp" in words(review)
        assert "Đã gửi hồ sơ." in words(sent)
        assert Dossier.objects.get().code in words(sent)

    def test_wrong_answers_are_named_and_kept(self, at: datetime) -> None:
        office, client = make_office(at=at), sign_in(make_applicant(at=at))
        draft = begin(client, office)

        wrong = client.post(
            f"{draft}child/", {"child_name": "Lê An Nháp", "child_birth_on": "tết", "_go": "next"}
        )
        again = client.get(f"{draft}child/")

        assert wrong.status_code == 422
        assert 'href="#' in words(wrong).partition("Có chỗ cần xem lại")[2][:600]
        assert "Lê An Nháp" in words(again)
        assert "tết" in words(again)

    def test_an_unfinished_form_is_not_sent_and_says_so(self, at: datetime) -> None:
        office, client = make_office(at=at), sign_in(make_applicant(at=at))

        response = client.post(f"{begin(client, office)}xem-lai/")

        assert response.status_code == 422
        assert "Còn phần chưa khai xong" in words(response)
        assert not Dossier.objects.exists()

    def test_sending_twice_makes_one_dossier(self, at: datetime) -> None:
        office, client = make_office(at=at), sign_in(make_applicant(at=at))
        draft = begin(client, office)
        fill(client, draft)

        first, second = (client.post(f"{draft}xem-lai/") for _ in range(2))

        assert Dossier.objects.count() == 1
        assert first.status_code == 302
        assert second.status_code in (302, 404)

    def test_drafts_and_dossiers_of_others_do_not_exist(self, at: datetime) -> None:
        office, mother = make_office(at=at), make_applicant(at=at)
        draft = begin(sign_in(mother), office)
        code = submitted(office, mother, at)
        stranger = sign_in(make_applicant(at=at))

        asked = [stranger.get(draft + "child/"), stranger.get(f"{draft}xem-lai/")]
        asked += [stranger.get(f"/ho-so/{code}/")]

        assert [response.status_code for response in asked] == [404] * 3

    def test_others_can_neither_withdraw_nor_supplement_nor_rate(self, at: datetime) -> None:
        office = make_office(at=at)
        code = submitted(office, make_applicant(at=at), at)
        stranger = sign_in(make_applicant(at=at))

        answers = [stranger.post(f"/ho-so/{code}/{act}/") for act in ("rut", "bo-sung", "danh-gia")]

        assert {response.status_code for response in answers} <= {403, 404}
        assert find_dossier(code).case.state == "registered"

    def test_a_place_that_does_not_receive_online_offers_no_button(self, at: datetime) -> None:
        make_office(at=at)
        client = sign_in(make_applicant(at=at))

        page = client.get("/dich-vu-cong/1.001193/nop/?q=khong co noi nay")

        assert "Chưa thấy nơi nào tên như vậy" in words(page)

    def test_a_supplement_is_asked_and_given_on_the_page(self, at: datetime) -> None:
        office, mother = make_office(at=at), make_applicant(at=at)
        code = submitted(office, mother, at)
        actions.ask_supplement(code=code, items="Chụp lại rõ bốn góc", actor=office.clerk, at=at)
        client = sign_in(mother)

        page = client.get(f"/ho-so/{code}/")
        sent = client.post(f"/ho-so/{code}/bo-sung/", {"answer": "Đã chụp lại"})

        assert "Đến lượt ông bà, anh chị" in words(page)
        assert "Chụp lại rõ bốn góc" in words(page)
        assert sent.status_code == 302
        assert find_dossier(code).case.state == "registered"

    def test_a_refusal_tells_why_and_how_to_complain(self, at: datetime) -> None:
        office, mother = make_office(at=at), make_applicant(at=at)
        code = submitted(office, mother, at)
        actions.receive_dossier(code=code, actor=office.clerk, at=at)
        actions.propose_decision(code=code, actor=office.clerk, at=at)
        actions.refuse_dossier(code=code, reason="Trùng hồ sơ trước", actor=office.leader, at=at)

        page = words(sign_in(mother).get(f"/ho-so/{code}/"))

        assert "Trùng hồ sơ trước" in page
        assert "khiếu nại" in page

    def test_what_colleagues_write_to_each_other_is_not_shown(self, at: datetime) -> None:
        office, mother = make_office(at=at), make_applicant(at=at)
        code = submitted(office, mother, at)
        actions.receive_dossier(code=code, actor=office.clerk, at=at)
        actions.propose_decision(code=code, note="Hỏi lại trạm y tế", actor=office.clerk, at=at)

        assert "Hỏi lại trạm y tế" not in words(sign_in(mother).get(f"/ho-so/{code}/"))
        assert "Hỏi lại trạm y tế" in words(sign_in(office.leader).get(f"/mot-cua/ho-so/{code}/"))

    def test_tracking_shows_no_name_and_tells_wrong_digits_nothing(self, at: datetime) -> None:
        code = submitted(make_office(at=at), make_applicant(at=at), at)

        right = Client().post("/tra-cuu/", {"code": code, "phone": "5678"})
        wrong = Client().post("/tra-cuu/", {"code": code, "phone": "0000"})
        none = Client().post("/tra-cuu/", {"code": "000.37.15.H42-201207-9999", "phone": "5678"})

        assert "Chờ tiếp nhận" in words(right)
        assert "Lê Thị Mẫu" not in words(right)
        assert (wrong.status_code, none.status_code) == (404, 404)


@pytest.mark.django_db
class TestTheDesk:
    """Works a dossier by its buttons."""

    def test_a_dossier_goes_from_reception_to_the_result(self, at: datetime) -> None:
        office = make_office(at=at)
        code = submitted(office, make_applicant(at=at), at)
        clerk, leader = sign_in(office.clerk), sign_in(office.leader)

        answers = [press(clerk, code, "nhan"), press(clerk, code, "trinh")]
        answers += [press(leader, code, "tra-lai", text="Xem lại tên")]
        answers += [press(clerk, code, "trinh"), press(leader, code, "ky")]
        run_until_quiet(at=at + timedelta(minutes=1))

        assert [response.status_code for response in answers] == [302] * 5
        assert find_dossier(code).case.state == "returned"

    def test_the_page_offers_only_what_role_and_state_allow(self, at: datetime) -> None:
        office = make_office(at=at)
        code = submitted(office, make_applicant(at=at), at)

        clerk = words(sign_in(office.clerk).get(f"/mot-cua/ho-so/{code}/"))
        leader = words(sign_in(office.leader).get(f"/mot-cua/ho-so/{code}/"))

        assert offered(clerk) == {"nhan", "bo-sung", "tu-choi", "chuyen", "hoi-y-kien"}
        assert offered(leader) == {"chuyen", "hoi-y-kien"}

    @pytest.mark.parametrize("step", ["bo-sung", "tu-choi"])
    def test_reasons_are_demanded(self, at: datetime, step: str) -> None:
        office = make_office(at=at)
        code = submitted(office, make_applicant(at=at), at)

        response = press(sign_in(office.clerk), code, step, text=" ")

        assert response.status_code == 422
        assert "Ghi rõ lý do" in words(response)

    def test_a_stale_page_is_refused_and_keeps_what_was_typed(self, at: datetime) -> None:
        office = make_office(at=at)
        code = submitted(office, make_applicant(at=at), at)
        stale = find_dossier(code).case.version
        actions.receive_dossier(code=code, actor=office.clerk, at=at)

        response = sign_in(office.clerk).post(
            f"/mot-cua/ho-so/{code}/bo-sung/", {"version": stale, "text": "Thiếu trang hai"}
        )

        assert response.status_code == 422
        assert "Người khác vừa xử lý hồ sơ này" in words(response)
        assert "Thiếu trang hai" in words(response)
        assert find_dossier(code).case.state == "processing"

    def test_a_clerk_of_another_commune_finds_nothing(self, at: datetime) -> None:
        office = make_office(at=at)
        code = submitted(office, make_applicant(at=at), at)
        elsewhere = create_organization(
            name="Uỷ ban nhân dân xã Thử",
            kind=OrganizationKind.PEOPLES_COMMITTEE,
            level=OrganizationLevel.COMMUNE,
            unit_code=make_unit("98002", "Xã Thử", parent=Unit.objects.get(code="981")).code,
            valid_from=date(2020, 1, 1),
            actor=SYSTEM,
            at=at,
        )
        stranger = sign_in(make_officer(elsewhere, "clerk", at=at))

        assert stranger.get(f"/mot-cua/ho-so/{code}/").status_code == 404
        assert press(stranger, code, "nhan").status_code == 404

    def test_a_step_that_does_not_exist_is_not_found(self, at: datetime) -> None:
        office = make_office(at=at)
        code = submitted(office, make_applicant(at=at), at)

        assert press(sign_in(office.clerk), code, "bay").status_code == 404

    def test_the_counter_writes_down_a_person_not_yet_known(self, at: datetime) -> None:
        client = sign_in(make_office(at=at).clerk)
        who = {"personal_number": "001085000077", "procedure": "1.001193"}

        asked = client.post("/mot-cua/tiep-nhan/", who)
        began = client.post(
            "/mot-cua/tiep-nhan/",
            {**who, "full_name": "Bùi Văn Thử", "birth_on": "1985-02-03", "phone": "0912345670"},
        )

        assert "Chưa có người này trong hệ thống" in words(asked)
        assert began.status_code == 302
        assert "Bùi Văn Thử" in words(client.get(began["Location"]))


def offered(page: str) -> set[str]:
    """The steps whose forms stand on the page."""
    return set(re.findall(r'action="/mot-cua/ho-so/[^/"]+/([a-z-]+)/"', page))


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_citizen_and_desk_pages_are_accessible_and_narrow(
    live_server: LiveServer, at: datetime
) -> None:
    office, mother = make_office(at=at), make_applicant(at=at)
    code = submitted(office, mother, at)
    draft = begin(sign_in(mother), office)
    mine = ["/dich-vu-cong/", "/dich-vu-cong/1.001193/", "/dich-vu-cong/1.001193/nop/?q=mau"]
    mine += [
        f"{draft}child/",
        f"{draft}xem-lai/",
        "/ho-so/",
        "/ho-so/ca-nha/",
        f"/ho-so/{code}/",
        "/tra-cuu/",
    ]
    mine += [f"/ho-so/{code}/rut/", f"/ho-so/{code}/nhan-ket-qua/?q=mau"]
    desk = ["/viec/", "/mot-cua/tiep-nhan/", f"/mot-cua/ho-so/{code}/"]
    desk += [f"/mot-cua/tra-ket-qua/{code}/"]

    signing = ["/mot-cua/trinh-ky/", "/viec/dieu-hanh/"]

    for actor, addresses in ((mother, mine), (office.clerk, desk), (office.leader, signing)):
        with open_page(live_server.url + "/dang-nhap/") as page:
            page.locator(f'button[name=account][value="{actor.account_id}"]').click()
            page.wait_for_load_state()
            for address in addresses:
                page.goto(live_server.url + address)
                assert_accessible(page)
                assert_no_sideways_scroll(page, 320)
