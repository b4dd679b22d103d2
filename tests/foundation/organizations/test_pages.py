"""The public pages of geography, without script, and their JSON twin."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from nentang.foundation.organizations.models import Unit

from .factories import MERGER_DAY, make_succession, make_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def split() -> Unit:
    """A commune that was split in two when the district level ended."""
    province = make_unit("98", "Tỉnh Mẫu")
    district = make_unit("998", "Huyện Thử", parent=province, valid_to=MERGER_DAY)
    old = make_unit("99801", "Xã Cũ", parent=district, valid_to=MERGER_DAY)
    usual = make_unit("99801", "Xã Mới Đông", parent=province, valid_from=MERGER_DAY)
    other = make_unit("99802", "Phường Mới Tây", parent=province, valid_from=MERGER_DAY)
    make_succession(district, province)
    make_succession(old, usual, extent="part")
    make_succession(old, other, extent="part", is_usual=False)
    return old


def page(client: Client, name: str, *args: str, **query: str) -> str:
    response = client.get(reverse(f"organizations:{name}", args=args), query)
    assert response.status_code == 200
    return response.content.decode()


def test_without_words_the_provinces_of_the_day_are_shown(client: Client, split: Unit) -> None:
    assert "Tỉnh Mẫu" in page(client, "search")


def test_a_place_is_found_with_what_it_lies_in(client: Client, split: Unit) -> None:
    html = page(client, "search", q="xa cu mau", ngay="2020-12-07")
    assert "Xã Cũ, Huyện Thử, Tỉnh Mẫu" in html
    assert reverse("organizations:unit", args=["99801"]) + "?ngay=2020-12-07" in html


def test_a_former_name_leads_to_all_places_it_may_be_now(client: Client, split: Unit) -> None:
    html = page(client, "search", q="Xã Cũ", ngay="2026-01-01")
    assert html.index("Xã Cũ, Huyện Thử") < html.index("Xã Mới Đông") < html.index("Phường Mới Tây")


def test_the_swapped_part_is_the_part_of_the_reloaded_page(client: Client, split: Unit) -> None:
    address = reverse("organizations:search")
    query = {"q": "moi", "ngay": "2026-01-01"}
    part = client.get(address, query, headers={"HX-Request": "true"}).content.decode().strip()
    assert part in client.get(address, query).content.decode()
    assert "<html" not in part


def test_an_unreadable_day_is_pointed_out_and_today_is_used(client: Client, split: Unit) -> None:
    html = page(client, "search", q="moi", ngay="hôm qua")
    assert "Ngày chưa đúng" in html
    assert "Xã Mới Đông" in html


def test_a_split_commune_names_every_candidate(client: Client, split: Unit) -> None:
    html = page(client, "unit", "99801", ngay="2020-12-07")
    assert "được chia tách" in html
    assert "Xã Mới Đông" in html
    assert "Phường Mới Tây" in html
    assert "Nhập một phần" in html


def test_a_new_commune_names_what_it_was_made_from(client: Client, split: Unit) -> None:
    html = page(client, "unit", "99802", ngay="2026-01-01")
    assert "Xã Cũ, Huyện Thử, Tỉnh Mẫu" in html
    assert reverse("organizations:unit", args=["99801"]) + "?ngay=2025-06-30" in html


def test_a_unit_is_unknown_on_a_day_on_which_it_does_not_exist(client: Client, split: Unit) -> None:
    response = client.get(reverse("organizations:unit", args=["998"]), {"ngay": "2026-01-01"})
    assert response.status_code == 404
    assert "01/01/2026" in response.content.decode()


def test_long_lists_are_paged_by_key(client: Client, split: Unit) -> None:
    province = Unit.objects.get(code="98")
    for number in range(70):
        make_unit(f"98{number:03}", f"Xã Số {number}", parent=province)
    first = page(client, "unit", "98", ngay="2020-12-07")
    after = first.split("sau=")[1].split('"')[0]
    second = page(client, "unit", "98", ngay="2020-12-07", sau=after)
    assert "Xã Số 2<" in first
    assert "Xã Số 69<" not in first
    assert "Xã Số 69<" in second
    assert "Xã Số 2<" not in second


def test_a_province_offers_its_conversion_as_a_file(client: Client, split: Unit) -> None:
    assert "chuyen-doi.csv" in page(client, "unit", "98", ngay="2020-12-07")
    text = page(client, "conversion", "98", ngay="2020-12-07")
    assert text.count("\r\n") == 3
    assert "99801" in text


def test_json_tells_the_same(client: Client, split: Unit) -> None:
    def get(path: str, **query: str) -> object:
        response = client.get(f"/api/v1/{path}", query)
        assert response.status_code == 200, response.content
        return response.json()

    [found] = get("units", q="xa cu", on="2020-12-07")
    assert found["place"] == "Xã Cũ, Huyện Thử, Tỉnh Mẫu"
    detail = get("units/99801", on="2020-12-07")
    assert [step["new"]["code"] for step in detail["successors"]] == ["99801", "99802"]
    heirs = get("units/99801/candidates", on="2020-12-07", target=date(2026, 1, 1).isoformat())
    assert [heir["name"] for heir in heirs] == ["Mới Đông", "Mới Tây"]
    assert get("organizations", q="khong co") == []
    assert client.get("/api/v1/units/99809").status_code == 404
    assert client.get("/api/v1/organizations/1").status_code == 404
    assert client.get("/api/v1/units", {"q": "a", "limit": "1000"}).status_code == 422
