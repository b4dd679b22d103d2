"""Pages work without script: what a browser gets, and what it may send back."""

import re
from datetime import date, datetime

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils import translation
from jsonschema import Draft202012Validator

from nentang.agreements.actor import SYSTEM
from nentang.foundation.forms.models import Draft
from nentang.foundation.forms.public import answered_steps, publish_form, step_page, validate
from nentang.foundation.identity.public import actor_for_account
from nentang.kernel import clock
from tests.foundation.identity.factories import PASSWORD, make_account
from tests.foundation.organizations.factories import make_unit

from .factories import answers, every_kind, make_actor, make_draft

pytestmark = pytest.mark.django_db
DAY = date(2020, 12, 7)
DEMO = "/giao-dien/bieu-mau/"


@pytest.fixture(autouse=True)
def _at_that_time(at: datetime):  # type: ignore[no-untyped-def]
    former = clock.use(lambda: at)
    yield
    clock.use(former)


def post(step: str, **answers: str) -> str:
    answers = {name.replace("__", "."): value for name, value in answers.items()}
    return Client().post(f"{DEMO}{step}/", answers).content.decode()


@pytest.mark.parametrize("step", ["person", "matter", "family", "papers"])
def test_every_kind_of_question_can_be_tried_out(step: str) -> None:
    page = Client().get(f"{DEMO}{step}/")

    assert page.status_code == 200
    assert "Tiếp tục" in page.content.decode()


def test_a_mistake_stands_in_the_summary_and_beside_the_question() -> None:
    page = post("person", _go="next", full_name="L3 Thi", born="8/12/2020")

    summary = page[page.index("error-summary") : page.index("form-progress")]
    assert 'tabindex="-1" autofocus' in page
    assert re.findall(r'href="#([\w-]+)"', summary) == ["f-full_name", "f-born"]
    assert 'id="f-born-error">Nhập ngày hoặc năm sinh không sau 7/12/2020.' in page
    assert re.search(
        r'<input id="f-born" name="born" value="8/12/2020"[^>]*'
        r'aria-describedby="f-born-hint f-born-error" aria-invalid="true"',
        page,
    )


def test_every_input_has_a_label() -> None:
    for step in ("person", "matter", "family", "papers"):
        page = post(step, _add="children", has_children="yes", delivery="post")
        page = page[page.index("form-step") : page.index("</form>", page.index("form-step"))]
        inputs = re.findall(r'<(?:input|select|textarea) (?![^>]*type="(?:hidden|radio|checkbox))[^>]*id="([^"]+)"', page)  # fmt: skip
        labels = re.findall(r'<label for="([^"]+)"', page)
        assert set(inputs) == set(labels), step
        assert len(re.findall(r' id="([^"]+)"', page)) == len(
            set(re.findall(r' id="([^"]+)"', page))
        )


def test_conditional_questions_hide_by_style_alone() -> None:
    page = post("matter")

    style = re.search(r'<style nonce="[^"]+">(.*?)</style>', page, re.S)
    assert style is not None
    assert (
        '.form-step:not(:has([name="kind"][value="copy"]:checked)) [data-question="copies"]'
        in style[1]
    )
    assert '[name="delivery"] option[value="post"]:checked' in style[1]
    assert "Chỉ trả lời khi “Loại giấy cần xin” là “Bản sao”." in page


def test_rows_grow_and_shrink_with_buttons() -> None:
    grown = post("family", has_children="yes", _add="children", children__0__full_name="Lê Văn Thử")
    assert 'value="Lê Văn Thử"' in grown
    assert 'name="children.1.full_name"' in grown

    shrunk = post(
        "family", has_children="yes", _remove="children.0",
        children__0__full_name="Lê Văn Thử", children__1__full_name="Lê Thị Thử",
    )  # fmt: skip
    assert "Lê Văn Thử" not in shrunk
    assert "children.1" not in shrunk


def test_a_place_is_found_by_typing_and_chosen_on_the_next_page() -> None:
    province = make_unit("98", "Tỉnh Mẫu")
    district = make_unit("987", "Huyện Thử", parent=province)
    make_unit("98765", "Xã Yên Hoà", parent=district)
    posted = {"delivery": "post", "address__commune": "", "_find": "address.commune"}

    found = post("matter", **posted, address__commune__text="yen hoa")
    assert '<input type="radio" name="address.commune" value="98765">' in found
    assert 'name="address.commune.was" value="yen hoa"' in found

    chosen = post(
        "matter", delivery="post", address__commune="98765",
        address__commune__text="yen hoa", address__commune__was="yen hoa",
    )  # fmt: skip
    assert 'value="98765" checked> Xã Yên Hoà, Huyện Thử, Tỉnh Mẫu' in chosen

    reworded = post(
        "matter", delivery="post", address__commune="98765",
        address__commune__text="ninh binh", address__commune__was="yen hoa",
    )  # fmt: skip
    assert "checked" not in reworded[reworded.index("address.commune") :]


def test_places_are_suggested_while_typing_as_on_the_whole_page() -> None:
    make_unit("98", "Tỉnh Mẫu")

    page = Client().get(
        "/bieu-mau/don-vi/",
        {"path": "home", "level": "province", "on": "2020-12-07", "home.text": "tinh mau"},
    )

    assert '<input type="radio" name="home" value="98"> Tỉnh Mẫu' in page.content.decode()


def test_hostile_words_to_places_are_harmless() -> None:
    page = Client().get(
        "/bieu-mau/don-vi/",
        {"path": '"><script>', "level": "'; drop", "on": "x", '"><script>.text': "<b>"},
    )

    assert page.status_code == 200
    assert b"<script>" not in page.content


def test_known_answers_are_shown_with_their_source_and_can_be_changed(at: datetime) -> None:
    draft = make_draft(at=at, actor=make_actor(at=at))

    page = render_to_string("forms/_step.html", {"page": step_page(draft, "person")})

    assert "Theo tài khoản định danh" in page
    assert "5/9/1987" in page
    assert 'aria-label="Sửa: Số định danh cá nhân"' in page
    assert 'name="_revision" value="1"' in page


def test_typing_saves_by_itself(at: datetime) -> None:
    account = make_account(at=at, username="mau")
    client = Client()
    client.post("/dang-nhap/", {"login": "mau", "password": PASSWORD})
    draft = make_draft(at=at, actor=actor_for_account(account.pk, at))
    address = f"/bieu-mau/ban-khai/{draft.public_id}/person/luu/"

    answer = client.post(address, {"full_name": "Lê Thị Mới", "_revision": "1"})

    assert answer.status_code == 200, answer
    assert "Đã lưu lúc 9:00." in answer.content.decode()
    assert 'name="_revision" value="2" hx-swap-oob="true"' in answer.content.decode()
    assert Draft.objects.get().answers["full_name"] == "Lê Thị Mới"
    too_long = client.post(address, {"full_name": "á" * 200_000})
    assert "lần này chưa lưu" in too_long.content.decode()


def test_nobody_saves_into_anothers_draft(at: datetime) -> None:
    draft = make_draft(at=at, actor=make_actor(at=at))

    answer = Client().post(f"/bieu-mau/ban-khai/{draft.public_id}/person/luu/", {"email": "x"})

    assert answer.status_code == 302
    assert "email" not in Draft.objects.get().answers or Draft.objects.get().answers["email"] != "x"


def test_the_schema_of_a_published_form_is_public(at: datetime) -> None:
    publish_form(form=every_kind(), actor=SYSTEM, at=at)

    answer = Client().get("/bieu-mau/every_kind/1/luoc-do.json")

    Draft202012Validator.check_schema(answer.json())
    assert Client().get("/bieu-mau/every_kind/9/luoc-do.json").status_code == 404


def test_english_readers_are_told_in_english_what_to_do() -> None:
    with translation.override("en"):
        told = validate(every_kind(), answers(born="", kind="", has_children="x"), on=DAY)

    assert "Which paper" in told["kind"][0]


def test_answers_are_read_in_words(at: datetime) -> None:
    child = {"full_name": "Lê Văn Thử", "born_on": "1/2/2018", "at_school": "no"}
    given = answers(
        paid="16.000 đ", uses=["work", "school"], area="12,5", phone="0912345678",
        has_children="yes", children=[child],
    )  # fmt: skip
    steps = answered_steps(every_kind(), given, on=DAY)

    page = render_to_string("forms/_answers.html", {"steps": steps})

    for words in ("16.000 đ", "Đi học, Đi làm", "12,5", "0912 345 678", "1/2/2018", "Bản sao"):
        assert words in page
