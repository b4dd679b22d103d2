"""Error pages: what to do next and a number to quote, never a traceback."""

import pytest
from django.test import Client

pytestmark = [pytest.mark.urls("tests.foundation.portal.urls"), pytest.mark.django_db]


@pytest.fixture
def visitor() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("why", "status", "said"),
    [
        ("404", 404, "Không có trang này"),
        ("403", 403, "Tài khoản này không được xem trang đó"),
        ("denied", 403, "Tài khoản này không được xem trang đó"),
        ("409", 409, "Tên Mẫu đã có người dùng. Chọn tên khác."),
        ("422", 422, "Điền tên."),
        ("429", 429, "Thử lại sau 2 phút"),
        ("503", 503, "Thử lại sau ít phút"),
        ("400", 400, "Máy chủ không đọc được yêu cầu này"),
        ("500", 500, "không phải do ông bà, anh chị"),
    ],
)
def test_a_refusal_says_what_happened_and_carries_a_number(
    visitor: Client, why: str, status: int, said: str
) -> None:
    answer = visitor.get(f"/thu/{why}/")

    assert answer.status_code == status
    assert said in answer.text
    assert answer["X-Request-Id"] in answer.text
    assert 'href="/"' in answer.text


def test_a_fault_of_ours_shows_nothing_of_its_inside(visitor: Client) -> None:
    page = visitor.get("/thu/500/").text

    assert "ZeroDivisionError" not in page
    assert "secret" not in page


def test_a_limit_tells_programs_too_when_to_try_again(visitor: Client) -> None:
    assert visitor.get("/thu/429/")["Retry-After"] == "90"


def test_what_no_keyboard_types_is_refused(visitor: Client) -> None:
    assert visitor.get("/thu/422/", {"q": "a\0b"}).status_code == 400


def test_an_unknown_address_is_a_page_in_the_readers_language(visitor: Client) -> None:
    visitor.cookies["ngon_ngu"] = "en"

    assert "There is no such page" in visitor.get("/khong-co/").text


def test_a_form_without_its_token_is_explained(visitor: Client) -> None:
    strict = Client(enforce_csrf_checks=True)

    answer = strict.post("/nhan/", {"words": "a"})

    assert answer.status_code == 403
    assert "Trang đã mở quá lâu" in answer.text


def test_too_large_a_form_is_explained(visitor: Client) -> None:
    answer = visitor.post("/nhan/", {"words": "a" * (2 * 1024 * 1024 + 1)}, "multipart/form-data; boundary=x")  # fmt: skip
    plain = visitor.post(
        "/nhan/", "words=" + "a" * (2 * 1024 * 1024 + 1), "application/x-www-form-urlencoded"
    )

    assert plain.status_code == 413
    assert "Tệp gửi lên quá lớn" in plain.text
    assert answer.status_code < 500


def test_where_a_part_of_a_page_was_asked_a_part_is_answered(visitor: Client) -> None:
    answer = visitor.get("/thu/409/", headers={"HX-Request": "true"})

    assert answer["HX-Retarget"] == "#noi-dung"
    assert "<html" not in answer.text
    assert "Tên Mẫu đã có người dùng" in answer.text


def test_the_number_of_a_proxy_is_kept_and_a_strange_one_is_not(visitor: Client) -> None:
    kept = visitor.get("/thu/404/", headers={"X-Request-Id": "proxy-0123456789"})
    strange = visitor.get("/thu/404/", headers={"X-Request-Id": "<script>"})

    assert kept["X-Request-Id"] == "proxy-0123456789"
    assert "<script>" not in strange["X-Request-Id"]
