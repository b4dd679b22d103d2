"""Places beside each other, unbroken through the merger of 2025."""

import csv
import json
from datetime import datetime

import pytest
from django.test import Client

from nentang.kernel import clock
from tests.measure.dashboard.factories import computed, submitted
from tests.measure.factories import make_country

pytestmark = pytest.mark.django_db
PAGE, CSV, JSON = (
    "/tong-quan/so-sanh/",
    "/tong-quan/so-sanh/bang.csv",
    "/tong-quan/so-sanh/bang.json",
)
NOW = datetime(2025, 9, 20, 3, 0, tzinfo=clock.VIETNAM)
SPAN = {"chi-so": "services.online", "tu": "2025-05", "den": "2025-08"}


def on(month: int) -> datetime:
    return datetime(2025, month, 12, 9, 0, tzinfo=clock.VIETNAM)


@pytest.fixture
def merged() -> None:
    """Two provinces in May and June, one in July and August."""
    make_country()
    submitted("98001", at=on(5), online=1, counter=1)
    submitted("99002", at=on(5), online=1)
    submitted("99003", at=on(6), online=1, counter=3)
    submitted("97001", at=on(7), online=3, counter=1)
    submitted("97001", at=on(8), online=1)
    clock.use(lambda: NOW)
    computed(NOW)


@pytest.mark.usefixtures("merged")
def test_todays_province_has_the_sums_of_those_it_was_made_of(client: Client) -> None:
    found = json.loads(client.get(JSON, {**SPAN, "noi": ["97", "97001"]}).content)

    series = {each["moment"]: each for each in found["places"][0]["series"]}
    assert [(each["numerator"], each["denominator"]) for each in series.values()] == [
        (2, 3),
        (1, 4),
        (3, 4),
        (1, 1),
    ]
    assert found["formula_version"] == 1
    assert found["source_act"] == "Quyết định 766/QĐ-TTg"
    assert found["computed_at"]


@pytest.mark.usefixtures("merged")
def test_the_old_provinces_go_on_under_the_old_geography(client: Client) -> None:
    words = {**SPAN, "noi": ["98", "99"], "dia-gioi": "cu"}

    found = json.loads(client.get(JSON, words).content)

    assert found["geography_on"] == "2025-06-30"
    assert [each["name"] for each in found["places"]] == ["Tỉnh Mẫu", "Tỉnh Thử"]
    whole = sum(each["denominator"] for each in found["places"])
    assert whole == 12


@pytest.mark.usefixtures("merged")
def test_an_old_code_leads_to_where_its_figures_are_now(client: Client) -> None:
    found = json.loads(client.get(JSON, {**SPAN, "noi": ["98", "97001"]}).content)

    assert [each["code"] for each in found["places"]] == ["97", "97001"]


@pytest.mark.usefixtures("merged")
def test_the_page_says_when_two_levels_began_and_of_what_a_place_is_made(client: Client) -> None:
    text = client.get(PAGE, {**SPAN, "noi": ["97", "97001"]}).content.decode()

    assert "1/7/2025: hai cấp" in text
    assert "Tỉnh Mẫu" in text
    assert "Tỉnh Thử" in text
    assert 'class="line l0"' in text


@pytest.mark.usefixtures("merged")
def test_the_file_has_source_version_and_time_in_every_row(client: Client) -> None:
    text = client.get(CSV, {**SPAN, "noi": ["97"], "theo": "nam"}).content.decode("utf-8-sig")

    rows = list(csv.DictReader(text.splitlines()))
    assert [row["Thời gian"] for row in rows if row["Mã đơn vị"] == "97"] == ["2025"]
    for row in rows:
        assert row["Bản công thức"] == "1"
        assert row["Văn bản quy định"]
        assert row["Tính lúc"]
    assert rows[0]["Tử số"] == "7.0"


@pytest.mark.usefixtures("merged")
def test_ranks_count_those_compared_and_all_alike(client: Client) -> None:
    words = {**SPAN, "noi": ["98", "99"], "dia-gioi": "cu"}

    found = json.loads(client.get(JSON, words).content)

    by_rank = sorted(found["places"], key=lambda each: each["rank"])
    assert by_rank[0]["value"] >= by_rank[1]["value"]


@pytest.mark.usefixtures("merged")
def test_places_are_found_by_name_and_never_more_than_six(client: Client) -> None:
    text = client.get(PAGE, {**SPAN, "noi": ["97"], "them": "xa gop"}).content.decode()
    many = client.get(JSON, {**SPAN, "noi": [f"9800{n}" for n in range(1, 9)], "dia-gioi": "cu"})

    assert "noi=97001" in text
    assert len(json.loads(many.content)["places"]) <= 6


@pytest.mark.usefixtures("merged")
def test_what_an_address_asks_wrongly_falls_back(client: Client) -> None:
    assert client.get(PAGE, {"tu": "9999-99", "den": "x", "noi": ["77777"]}).status_code == 200
    assert client.get(PAGE, {"chi-so": "khong.co"}).status_code == 404
