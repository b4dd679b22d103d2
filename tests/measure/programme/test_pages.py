"""The table of targets tells value, goals, word, pace, and how each value is known."""

import csv
import re
from datetime import datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from nentang.agreements.actor import SYSTEM
from nentang.foundation.facts.public import record_fact
from nentang.government.services.indicators import DOSSIER_FINISHED
from nentang.kernel import clock
from nentang.measure.indicators.public import compute_indicators
from tests.foundation.organizations.factories import make_unit
from tests.measure.factories import make_country

pytestmark = pytest.mark.django_db
TARGETS = "/muc-tieu/"
IN_2026 = datetime(2026, 1, 10, 9, 0, tzinfo=clock.VIETNAM)


def a_dossier(*, at: datetime, digital: bool, level: str = "commune") -> None:
    record_fact(
        DOSSIER_FINISHED,
        at=at,
        organization_id=None,
        unit_code="98001",
        procedure="1.001193",
        channel="online",
        level=level,
        outcome="granted",
        on_time=True,
        digital=digital,
    )


@pytest.fixture(autouse=True)
def _country(at: datetime) -> None:
    make_country()
    for number in range(5):
        a_dossier(at=at, digital=number < 2)
    compute_indicators(actor=SYSTEM, at=at)
    clock.use(lambda: at)


def rows(client: Client) -> dict[str, str]:
    text = re.sub(r"<[^>]*>|\s+", " ", client.get(TARGETS).content.decode())
    names = (
        "Hồ sơ công việc cấp xã",
        "Xếp hạng Chính phủ điện tử",
        "Kinh tế số trong GDP",
    )
    return {name: re.sub(r" +", " ", text[text.rindex(name) :][:400]) for name in names}


def test_a_computed_row_says_so_and_opens_its_board(client: Client) -> None:
    text = rows(client)["Hồ sơ công việc cấp xã"]

    assert "tính từ dữ liệu" in text
    assert "40,0 %" in text
    assert "Chậm" in text
    assert "cần tăng 3,9 điểm phần trăm mỗi năm" in text
    assert "?chi-so=services.digital_commune" in client.get(TARGETS).content.decode()


def test_a_reported_row_names_its_source_and_day(client: Client) -> None:
    text = rows(client)["Xếp hạng Chính phủ điện tử"]

    assert "Liên Hợp Quốc báo cáo, 10/07/2020" in text
    assert " 86 " in text
    assert "bậc mỗi năm" in text


def test_a_row_nobody_measured_has_no_value(client: Client) -> None:
    text = rows(client)["Kinh tế số trong GDP"]

    assert "chưa có nguồn" in text
    assert "chưa biết" in text
    assert "Chưa đo được" in text


def test_in_the_last_year_the_gap_is_told_not_a_pace(client: Client) -> None:
    clock.use(lambda: datetime(2025, 11, 20, tzinfo=clock.VIETNAM))

    text = rows(client)["Xếp hạng Chính phủ điện tử"]

    assert "cần lên 1 bậc trước hết năm 2025" in text


def test_the_map_is_of_the_day_or_of_63_provinces(client: Client) -> None:
    assert "Xem theo 63 tỉnh" not in client.get(TARGETS).content.decode()
    clock.use(lambda: IN_2026)

    assert "Xem theo 63 tỉnh" in client.get(TARGETS).content.decode()
    assert "Xem theo 34 tỉnh" in client.get(TARGETS, {"dia-gioi": "cu"}).content.decode()


def test_the_table_is_a_file(client: Client) -> None:
    text = client.get(f"{TARGETS}bang.csv").content.decode("utf-8-sig")
    found = {row[0]: row for row in csv.reader(text.splitlines())}

    assert len(found) == 21
    assert found["Kinh tế số trong GDP"][1:4] == ["", "20.0", "30.0"]


def test_the_interface_gives_all_rows(client: Client) -> None:
    found = {each["id"]: each for each in client.get("/api/v1/targets").json()}

    assert len(found) == 20
    assert found["hs_xa"]["value"] == 40
    assert found["hs_xa"]["known"] == "computed"
    assert found["kts_gdp"]["value"] is None
    assert found["egdi"]["reported_on"] == "2020-07-10"


def test_the_page_speaks_english(client: Client) -> None:
    client.cookies["ngon_ngu"] = "en"
    text = client.get(TARGETS).content.decode()

    assert "Digital economy in GDP" in text
    assert "computed from data" in text
    assert "points a year" in text


def test_the_board_shows_the_goals_beside_a_figure(client: Client) -> None:
    text = client.get("/dieu-hanh/", {"chi-so": "services.digital_commune"}).content.decode()

    assert "2025: 60" in text
    assert "Chậm" in text


def test_queries_are_constant_in_units(
    client: Client, at: datetime, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(20):
        make_unit(f"{50 + number}", f"Tỉnh {number}")
    client.get(TARGETS)

    with django_assert_max_num_queries(8):
        client.get(TARGETS)
