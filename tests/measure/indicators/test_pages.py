"""The board opens from the nation to the commune, and every number down to its facts."""

import csv
import re
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from nentang.agreements.actor import SYSTEM
from nentang.foundation.organizations.public import Unit
from nentang.kernel import clock
from nentang.measure.indicators.public import compute_indicators
from tests.foundation.identity.factories import make_account, make_appointment
from tests.foundation.organizations.factories import make_organization, make_unit
from tests.measure.factories import RUNS_ON_TIME, a_run, make_country

pytestmark = pytest.mark.django_db
BOARD, FACTS, TABLE = "/dieu-hanh/", "/dieu-hanh/du-kien/", "/dieu-hanh/bang.csv"
RUNS = {"chi-so": RUNS_ON_TIME.code}
IN_2026 = datetime(2026, 1, 10, 2, 0, tzinfo=clock.VIETNAM)


@pytest.fixture
def country(at: datetime) -> None:
    """Three communes: 1 of 2, 1 of 1, 0 of 1 on time; one trial run that does not count."""
    make_country()
    a_run(at=at)
    a_run(at=at, on_time=False)
    a_run(at=at, unit_code="99002")
    a_run(at=at - timedelta(days=30), unit_code="99003", on_time=False)
    a_run(at=at, unit_code="99003", is_trial=True)
    compute_indicators(actor=SYSTEM, at=at)
    clock.use(lambda: at)


def page(client: Client, path: str, **words: str) -> str:
    response = client.get(path, RUNS | {name.replace("_", "-"): v for name, v in words.items()})
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.mark.usefixtures("country")
def test_the_nation_shows_all_indicators_its_provinces_and_a_map(client: Client) -> None:
    text = page(client, BOARD)

    assert "Chuyến xe đúng giờ" in text
    assert "50,0&nbsp;%" in text
    assert 'class="map"' in text
    assert "Tỉnh Thử" in text
    assert "Hồ sơ nộp qua mạng" in text


@pytest.mark.usefixtures("country")
def test_a_path_leads_from_the_nation_to_the_commune(client: Client) -> None:
    text = page(client, BOARD, don_vi="99002")

    path = text[text.index('class="crumbs"') :].partition("</nav>")[0]
    assert re.findall(r'<a href="/dieu-hanh/[^>]*>([^<]*)</a>', path) == [
        "Cả nước", "Tỉnh Thử", "Huyện 2", "Xã 2",
    ]  # fmt: skip
    assert "100,0&nbsp;%" in text
    assert 'class="map"' not in text


@pytest.mark.usefixtures("country")
def test_an_officer_is_led_to_where_they_work_and_others_are_not(
    client: Client, at: datetime
) -> None:
    body = make_organization(at=at, unit=Unit.objects.get(code="99"))
    account = make_account(at=at)
    make_appointment(at=at, account=account, organization_id=body.pk, role="leader")
    officer = Client()
    officer.force_login(account)

    assert "Nơi mình làm việc" not in page(client, BOARD)
    assert "don-vi=99&amp;" in page(officer, BOARD).partition("Nơi mình làm việc")[2][:80]
    assert "Nơi mình làm việc" not in page(officer, BOARD, don_vi="99")


@pytest.mark.usefixtures("country")
def test_every_number_opens_to_its_facts(client: Client) -> None:
    links = re.findall(r'href="(/dieu-hanh/du-kien/[^"]*)"', page(client, BOARD))

    assert links
    for link in set(links):
        assert client.get(link.replace("&amp;", "&")).status_code == 200


@pytest.mark.usefixtures("country")
def test_the_facts_say_what_each_adds_and_hold_no_name(client: Client) -> None:
    text = page(client, FACTS, don_vi="99")

    assert text.count("1 trên 1") == 1
    assert text.count("0 trên 1") == 1
    assert text.count("không tính") == 1
    assert "98001" not in text


@pytest.mark.usefixtures("country")
def test_the_facts_of_a_month_are_only_those(client: Client) -> None:
    text = page(client, FACTS, don_vi="99", thang="2020-11")

    assert "0 trên 1" in text
    assert "1 trên 1" not in text


def test_facts_are_paged_by_key(client: Client, at: datetime) -> None:
    make_country()
    for _ in range(60):
        a_run(at=at)
    clock.use(lambda: at)

    first = page(client, FACTS)
    older = re.search(r'rel="next" href="([^"]*)"', first)

    assert first.count("1 trên 1") == 50
    assert older
    rest = client.get(older[1].replace("&amp;", "&")).content.decode()
    assert rest.count("1 trên 1") == 10


@pytest.mark.usefixtures("country")
def test_before_july_2025_there_is_one_geography(client: Client) -> None:
    assert "Xem theo" not in page(client, BOARD)


@pytest.mark.usefixtures("country")
def test_old_figures_are_shown_under_both_geographies(client: Client) -> None:
    clock.use(lambda: IN_2026)

    new = page(client, BOARD, nam="2020")
    old = page(client, BOARD, nam="2020", dia_gioi="cu")

    assert "Xem theo 63 tỉnh" in new
    assert "Tỉnh Mới" in new
    assert "Tỉnh Thử" not in new
    assert "Tỉnh Thử" in old
    assert "50,0&nbsp;%" in new
    assert "50,0&nbsp;%" in old


@pytest.mark.usefixtures("country")
def test_a_former_unit_leads_to_its_heir(client: Client) -> None:
    clock.use(lambda: IN_2026)

    assert "<h1>Tỉnh Mới</h1>" in page(client, BOARD, nam="2020", don_vi="99")


@pytest.mark.usefixtures("country")
def test_a_place_without_facts_has_no_number(client: Client) -> None:
    make_unit("95", "Tỉnh Vắng")

    text = page(client, BOARD, don_vi="95")

    assert "chưa có số liệu" in text
    assert "0,0&nbsp;%" not in text


@pytest.mark.usefixtures("country")
def test_the_table_is_a_file_that_spreadsheets_open_without_harm(client: Client) -> None:
    make_unit("94", "Tỉnh Mới")
    Unit.objects.filter(code="94").update(title="=1+1")
    a_run(at=clock.now(), unit_code="94")
    compute_indicators(actor=SYSTEM, at=clock.now())

    text = client.get(TABLE, RUNS).content.decode("utf-8-sig")
    rows = list(csv.reader(text.splitlines()))

    assert rows[0][:2] == ["Mã đơn vị", "Đơn vị"]
    assert ["", "Cả nước", "Chuyến xe đúng giờ", "2020-11", "0.0", "1.0", "0.0", "%", "3"] in rows
    assert [row[1] for row in rows if row[0] == "94"] == ["'=1+1"]


@pytest.mark.usefixtures("country")
@pytest.mark.parametrize(
    "words", [{"nam": "９９"}, {"nam": "1"}, {"thang": "x"}, {"sau": "x"}, {"loai": "x"}]
)
def test_what_an_address_asks_wrongly_falls_back(client: Client, words: dict[str, str]) -> None:
    page(client, BOARD, **words)
    page(client, FACTS, **words)


@pytest.mark.usefixtures("country")
def test_unknown_units_and_indicators_are_not_found(client: Client) -> None:
    assert client.get(BOARD, {"don-vi": "00"}).status_code == 404
    assert client.get(BOARD, {"chi-so": "none.such"}).status_code == 404


@pytest.mark.usefixtures("country")
@pytest.mark.parametrize("path", [BOARD, TABLE, FACTS])
def test_queries_are_constant_in_units(
    client: Client, at: datetime, path: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    province = make_unit("93", "Tỉnh Đông")
    for number in range(20):
        district = make_unit(f"9{30 + number}"[:3], f"Huyện {number}", parent=province)
        make_unit(f"93{number:03}", f"Xã {number}", parent=district)
        a_run(at=at, unit_code=f"93{number:03}")
    compute_indicators(actor=SYSTEM, at=at)
    page(client, BOARD) if path == TABLE else client.get(path, RUNS)

    with django_assert_max_num_queries(4):
        client.get(path, RUNS)


@pytest.mark.usefixtures("country")
def test_the_board_speaks_english(client: Client) -> None:
    client.cookies["ngon_ngu"] = "en"

    text = page(client, BOARD)

    assert "Runs on time" in text
    assert "How it is known" in text


@pytest.mark.usefixtures("country")
def test_the_interface_gives_months_and_their_sum(client: Client) -> None:
    path = f"/api/v1/indicators/{RUNS_ON_TIME.code}/values"

    found = client.get(path, {"unit": "99", "first": "2020-01-01"}).json()

    assert (found["numerator"], found["denominator"], found["value"]) == (1, 2, 0.5)
    assert [each["month"] for each in found["months"]] == ["2020-11-01", "2020-12-01"]
    assert found["formula_version"] == 3
    assert RUNS_ON_TIME.code in [each["code"] for each in client.get("/api/v1/indicators").json()]


@pytest.mark.usefixtures("country")
def test_the_interface_bounds_what_it_gives(client: Client) -> None:
    path = f"/api/v1/indicators/{RUNS_ON_TIME.code}/values"

    assert client.get(path, {"first": "1990-01-01"}).status_code == 422
    assert client.get(path, {"first": str(date(2021, 6, 1))}).status_code == 422
    assert client.get(path, {"geography": "x"}).status_code == 422
    assert client.get("/api/v1/indicators/none.such/values").status_code == 404
