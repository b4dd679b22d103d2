"""Linked matters as people and officers see them, without script, and as programs do."""

from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nentang.foundation.forms.public import Draft
from nentang.government.linked.models import Chain
from nentang.government.services import actions as services
from tests.government.services.factories import make_applicant, sign_in

from .factories import (
    AN,
    Place,
    dossier_of,
    grant,
    make_place,
    make_proof,
    make_trio,
    refuse,
    trio_answers,
)

pytestmark = pytest.mark.django_db


def read(response: Any) -> str:
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def filled_in(client: Client, place: Place, answers: dict[str, Any]) -> Draft:
    """A draft begun in the browser, with everything answered."""
    begun = client.post(f"/viec-lien-thong/khai-sinh/nop/{place.commune.body.pk}/", follow=True)
    assert "Phần 1 trên 7" in read(begun)
    draft = Draft.objects.get()
    draft.answers = answers
    draft.save()
    return draft


class TestTheOffer:
    @pytest.mark.parametrize(
        ("procedure", "said"),
        [("1.001193", "Sinh con: làm cả ba việc"), ("2.000635", "")],
    )
    def test_it_stands_beside_the_first_procedure(
        self, client: Client, procedure: str, said: str
    ) -> None:
        page = read(client.get(f"/dich-vu-cong/{procedure}/"))

        assert ("Làm cả trong một lần" in page) is bool(said)
        assert said in page

    def test_it_stands_in_the_catalogue_where_one_looks_for_a_birth(self, client: Client) -> None:
        assert "Sinh con: làm cả ba việc" in read(client.get("/dich-vu-cong/?viec=birth"))
        assert "Sinh con: làm cả ba việc" not in read(client.get("/dich-vu-cong/?viec=business"))

    def test_it_says_what_is_done_by_which_law_and_that_nobody_compared_it(
        self, client: Client
    ) -> None:
        page = read(client.get("/viec-lien-thong/khai-sinh/"))

        assert "05/2015/TTLT-BTP-BCA-BYT" in page
        assert "Chưa đối chiếu văn bản gốc" in page
        assert "Cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi" in page

    def test_deaths_were_not_linked_in_2020(self, client: Client) -> None:
        assert client.get("/viec-lien-thong/khai-tu/").status_code == 404


class TestDeclaring:
    def test_one_sending_makes_one_matter_with_one_code(self, at: datetime) -> None:
        place, mother = make_place(at=at), make_applicant(at=at)
        client = sign_in(mother)
        draft = filled_in(client, place, trio_answers(proof=make_proof(mother, at)))
        review = f"/viec-lien-thong/khai/{draft.public_id}/xem-lai/"

        seen = read(client.get(review))
        assert "Công an xã Mẫu" in seen
        assert "Bảo hiểm xã hội huyện Mẫu" in seen
        sent = client.post(review)
        again = client.post(review)

        code = Chain.objects.get().code
        assert sent["Location"] == f"/viec-lien-thong/ho-so/{code}/?moi=1"
        assert again["Location"] == f"/viec-lien-thong/ho-so/{code}/"
        page = read(client.get(sent["Location"]))
        assert "Đã gửi tất cả trong một lần." in page
        assert code in page
        assert "<svg" in page

    def test_what_is_missing_is_told_and_nothing_is_lost(self, at: datetime) -> None:
        place, mother = make_place(at=at), make_applicant(at=at)
        client = sign_in(mother)
        answers = trio_answers(proof=make_proof(mother, at))
        draft = filled_in(client, place, {k: v for k, v in answers.items() if k != "card_facility"})

        refused = client.post(f"/viec-lien-thong/khai/{draft.public_id}/xem-lai/")

        assert refused.status_code == 422
        assert "Còn phần chưa khai xong" in refused.content.decode()
        assert Draft.objects.get().finished_at is None

    def test_a_draft_stands_in_the_list_and_goes_on_where_it_was_left(self, at: datetime) -> None:
        place, mother = make_place(at=at), make_applicant(at=at)
        client = sign_in(mother)
        draft = filled_in(client, place, {"child_name": "Lê An Nháp"})

        assert f"/viec-lien-thong/khai/{draft.public_id}/" in read(client.get("/ho-so/"))
        assert client.get(f"/ho-so/khai/{draft.public_id}/").status_code == 404
        gone = client.post(f"/viec-lien-thong/khai/{draft.public_id}/bo/")
        assert gone["Location"] == "/ho-so/"

    def test_the_office_is_near_home_or_searched_for(self, at: datetime) -> None:
        place, mother = make_place(at=at), make_applicant(at=at)

        page = read(sign_in(mother).get("/viec-lien-thong/khai-sinh/nop/", {"q": "mau"}))

        assert place.commune.body.name in page
        assert place.police.body.name not in page


class TestFollowing:
    def test_the_list_has_one_entry_for_all(self, at: datetime) -> None:
        place, mother = make_place(at=at), make_applicant(at=at)
        chain = make_trio(place, mother, at=at)
        grant(place, chain, "birth", at=at, found={"child_number": AN})

        page = read(sign_in(mother).get("/ho-so/"))

        assert page.count('class="card choice"') == 1
        assert "Sinh con: làm cả ba việc" in page
        assert "Xong 1 trên 3 việc" in page

    def test_many_matters_cost_no_more_queries_than_one(
        self, at: datetime, django_assert_max_num_queries: Any
    ) -> None:
        place, mother = make_place(at=at), make_applicant(at=at)
        client = sign_in(mother)
        for number in range(2):
            make_trio(place, mother, at=at, key=f"viec-{number}")
        with CaptureQueriesContext(connection) as few:
            read(client.get("/ho-so/"))
        for number in range(2, 6):
            chain = make_trio(place, mother, at=at, key=f"viec-{number}")
            grant(place, chain, "birth", at=at, found={"child_number": AN})

        with django_assert_max_num_queries(len(few)):
            assert read(client.get("/ho-so/")).count('class="card choice"') == 6

    def test_the_picture_says_who_holds_what_and_gives_results(self, at: datetime) -> None:
        place, mother = make_place(at=at), make_applicant(at=at)
        chain = make_trio(place, mother, at=at)
        grant(place, chain, "birth", at=at, found={"child_number": AN})

        page = read(sign_in(mother).get(f"/viec-lien-thong/ho-so/{chain.code}/"))

        assert "Công an xã Mẫu" in page
        assert "Tải về: Giấy khai sinh" in page
        assert "Tự bắt đầu khi có kết quả: Đăng ký thường trú" in page

    def test_what_has_not_begun_can_be_withdrawn(self, at: datetime) -> None:
        place, mother = make_place(at=at), make_applicant(at=at)
        chain, client = make_trio(place, mother, at=at), sign_in(mother)
        address = f"/viec-lien-thong/ho-so/{chain.code}/"

        assert "Đăng ký thường trú" in read(client.get(f"{address}rut/"))
        client.post(f"{address}rut/")

        assert "Đã rút" in read(client.get(address))
        assert "Rút những việc chưa bắt đầu" not in read(client.get(address))

    def test_what_lacks_something_is_said_and_filled_in_by_hand(self, at: datetime) -> None:
        place, mother = make_place(at=at), make_applicant(at=at)
        chain, client = make_trio(place, mother, at=at), sign_in(mother)
        grant(place, chain, "birth", at=at)
        address = f"/viec-lien-thong/ho-so/{chain.code}/"
        assert "Còn thiếu: Số định danh cá nhân" in read(client.get(address))

        begun = client.post(f"{address}tiep/residence/")
        step = begun["Location"]
        assert 'value="Lê An Nháp"' in read(client.get(step))
        client.post(
            step,
            {
                "requester_name": "Lê An Nháp",
                "requester_number": AN,
                "requester_birth": "1/12/2020",
                "requester_sex": "female",
                "requester_phone": "0987000111",
                "_go": "next",
            },
        )
        review = step.rsplit("/", 2)[0] + "/xem-lai/"
        client.post(review)

        assert dossier_of(chain, "residence").answers["requester_number"] == AN

    def test_after_a_refusal_the_page_leads_on(self, at: datetime) -> None:
        place, mother = make_place(at=at), make_applicant(at=at)
        chain, client = make_trio(place, mother, at=at), sign_in(mother)
        grant(place, chain, "birth", at=at, found={"child_number": AN})
        refuse(place, chain, "residence", at=at)

        page = read(client.get(f"/viec-lien-thong/ho-so/{chain.code}/"))

        assert "Sửa rồi nộp lại việc này" in page
        assert "Khai tiếp việc này" in page
        assert "Đến lượt ông bà, anh chị" in page


class TestTheDesk:
    def test_officers_see_what_stands_before_and_behind(self, at: datetime) -> None:
        place, mother = make_place(at=at), make_applicant(at=at)
        chain = make_trio(place, mother, at=at)
        grant(place, chain, "birth", at=at, found={"child_number": AN})
        code = dossier_of(chain, "residence").code

        page = read(sign_in(place.police.clerk).get(f"/mot-cua/ho-so/{code}/"))

        assert "Một phần của việc liên thông" in page
        assert chain.code in page
        assert "Cấp thẻ bảo hiểm y tế" in page

    def test_the_number_is_written_down_on_the_desk(self, at: datetime) -> None:
        place, mother = make_place(at=at), make_applicant(at=at)
        chain, desk = make_trio(place, mother, at=at), sign_in(place.commune.clerk)
        services.receive_dossier(code=chain.code, actor=place.commune.clerk, at=at)
        address = f"/mot-cua/ho-so/{chain.code}/"
        assert "Số định danh cá nhân của bé" in read(desk.get(address))
        version = dossier_of(chain, "birth").case.version

        wrong = desk.post(f"{address}tra-cuu/", {"version": version, "child_number": "12"})
        right = desk.post(f"{address}tra-cuu/", {"version": version, "child_number": AN})

        assert wrong.status_code == 422
        assert right.status_code == 302
        assert dossier_of(chain, "birth").findings == {"child_number": AN}

    def test_others_do_not_know_of_the_matter(self, at: datetime) -> None:
        place, mother = make_place(at=at), make_applicant(at=at)
        chain, stranger = make_trio(place, mother, at=at), make_applicant(at=at)
        address = f"/viec-lien-thong/ho-so/{chain.code}/"

        for client in (sign_in(stranger), sign_in(place.commune.clerk)):
            assert client.get(address).status_code in (403, 404)
            assert client.post(f"{address}rut/").status_code in (403, 404)
            assert client.post(f"{address}tiep/residence/").status_code in (403, 404)
