"""Sums of a period under the units of before or after the merger, made of the same signed reports."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from pytest_django import Settings

from nentang.foundation.organizations.models import Unit
from nentang.kernel import clock
from nentang.measure.reporting.queries import NATION, add_up, pieces_of, pieces_under
from nentang.measure.reporting.rules.periods import ReportPeriod, period_named
from nentang.measure.reporting.rules.regimes import Regime, regime_rule
from tests.foundation.organizations.factories import MERGER_DAY, make_succession, make_unit
from tests.government.services.factories import sign_in
from tests.measure.reporting.factories import (
    BEFORE_DUE,
    CLOSED,
    MONTH,
    REGIME,
    Land,
    filed,
    make_land,
    opened,
    report_of,
    settle,
)

pytestmark = pytest.mark.django_db
AFTER = datetime(2025, 8, 20, 3, 0, tzinfo=UTC)
HOUSEHOLDS = (1000, 200, 30)


@pytest.fixture
def land(settings: Settings) -> Land:
    """Three communes have reported; since, one and two became one, three was split across provinces."""
    settings.DEMO = True
    clock.use(lambda: BEFORE_DUE)
    land = make_land(at=CLOSED)
    opened(land)
    for body, count in zip(land.communes, HOUSEHOLDS, strict=True):
        filed(body, households=str(count), poor_households="1")
    settle(BEFORE_DUE)
    _merge()
    return land


def _merge() -> None:
    west, east = (
        make_unit(code, f"Tỉnh Mới {code}", valid_from=MERGER_DAY) for code in ("96", "97")
    )
    one = make_unit("96001", "Xã Một", parent=west, valid_from=MERGER_DAY)
    two = make_unit("96002", "Xã Hai", parent=west, valid_from=MERGER_DAY)
    three = make_unit("97001", "Xã Ba", parent=east, valid_from=MERGER_DAY)
    old = {unit.code: unit for unit in Unit.objects.filter(code__startswith="98")}
    make_succession(old["98"], west)
    make_succession(old["981"], west)
    make_succession(old["98001"], one)
    make_succession(old["98002"], one)
    make_succession(old["98003"], two, extent="part")
    make_succession(old["98003"], three, extent="part", is_usual=False)


def form() -> tuple[Regime, ReportPeriod]:
    regime = regime_rule(REGIME, CLOSED.date()).value
    return regime, period_named(regime.period, MONTH, regime.closing_day)


def households(unit_code: str, day: date = MERGER_DAY) -> Decimal | None:
    regime, period = form()
    pieces = pieces_under(day, regime, period, unit_code).pieces
    return add_up(pieces, regime).values.get("households")


def test_communes_that_became_one_are_one(land: Land) -> None:
    regime, period = form()
    found = pieces_under(MERGER_DAY, regime, period, "96001")

    assert households("96001") == 1200
    assert [(p.report_code, p.version) for p in found.pieces] == [
        (report_of(body).code, 1) for body in land.communes[:2]
    ]
    assert found.left_out == ()


def test_what_was_split_counts_where_all_of_it_lies_and_is_named_where_a_part_does(
    land: Land,
) -> None:
    regime, period = form()

    assert households("96") == 1200
    assert households("97") is None
    assert households(NATION) == sum(HOUSEHOLDS)
    for code in ("96", "96002", "97", "97001"):
        (split,) = pieces_under(MERGER_DAY, regime, period, code).left_out
        assert (split.parts, split.counts_in) == (
            ("Xã Ba, Tỉnh Mới 97", "Xã Hai, Tỉnh Mới 96"),
            NATION,
        )
    nation = pieces_under(MERGER_DAY, regime, period, NATION)
    assert nation.left_out == ()
    (whole,) = (piece for piece in nation.pieces if piece.parts)
    assert (whole.report_code, whole.version) == (report_of(land.communes[2]).code, 1)


def test_totals_and_what_is_missing_are_the_same_under_both(land: Land) -> None:
    regime, period = form()

    own = add_up(pieces_of(regime, period, NATION), regime)
    other = add_up(pieces_under(MERGER_DAY, regime, period, NATION).pieces, regime)

    assert other.values == own.values
    assert other.tally.missing == own.tally.missing == {"province": 1, "district": 1}


def test_under_its_own_units_it_is_the_sum_that_stands(land: Land) -> None:
    regime, period = form()

    for code in (NATION, "98", "981"):
        own = add_up(pieces_of(regime, period, code), regime)
        assert add_up(pieces_under(period.last_on, regime, period, code).pieces, regime) == own


def test_the_page_offers_the_other_units_once_there_are_two_and_opens_down_to_a_report(
    land: Land,
) -> None:
    upper = sign_in(land.district.leader)
    address = "/bao-cao/tong-hop/"
    words = {"che-do": REGIME, "ky": MONTH, "o": "households"}

    assert "dia-gioi=khac" not in upper.get(address, words).content.decode()
    clock.use(lambda: AFTER)
    upper = sign_in(land.district.leader)
    assert "dia-gioi=khac" in upper.get(address, {**words, "don-vi": "98"}).content.decode()
    other = {**words, "dia-gioi": "khac"}
    nation = upper.get(address, other).content.decode()
    assert "không chia được cho" in nation
    assert "don-vi=96" in nation
    west = upper.get(address, {**other, "don-vi": "96"}).content.decode()
    assert "1.200" in west
    assert "Không tính vào đây vì chỉ một phần ở đây" in west
    one = upper.get(address, {**other, "don-vi": "96001"}).content.decode()
    assert f"/bao-cao/{report_of(land.commune).code}/ban/1/" in one
    told = upper.get(f"{address}tai/", {**other, "don-vi": "96", "dang": "json"}).json()
    assert told["units_on"] == "2025-08-20"
    assert [a["code"] for a in told["areas"]] == ["96", "96001"]
