"""Histories of mergers and splits: nobody is lost, no total changes."""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from nentang.foundation.organizations.rules import (
    Geography,
    Link,
    UnitKey,
    committee_name,
    equal_parts,
    folded_words,
    search_words,
    split_kind,
    usual_takes_all,
)
from nentang.kernel.periods import Period

START = date(2004, 7, 8)
DAYS = [START + timedelta(days=1000 * era) for era in range(4)]


@st.composite
def histories(draw: st.DrawFn) -> Geography:
    """Three eras; at each change some units end, each going to one or more of the next ones."""
    standing = [UnitKey(f"{n:05}", START) for n in range(draw(st.integers(1, 6)))]
    periods = {unit: Period(START) for unit in standing}
    links: list[Link] = []
    for day in DAYS[1:]:
        ending = draw(st.lists(st.sampled_from(standing), unique=True))
        codes = draw(st.permutations(range(8)))[: draw(st.integers(1, 4))] if ending else []
        kept = [unit for unit in standing if unit not in ending]
        born = [UnitKey(f"{n:05}", day) for n in codes if f"{n:05}" not in {u.code for u in kept}]
        periods |= {unit: Period(unit.valid_from, day) for unit in ending}
        periods |= {unit: Period(day) for unit in born}
        standing = kept + born
        links += [link for unit in ending for link in _handed_over(draw, unit, standing or ending)]
        if not standing:
            break
    return Geography(periods, links)


def _handed_over(draw: st.DrawFn, unit: UnitKey, to: list[UnitKey]) -> Iterable[Link]:
    heirs = draw(st.lists(st.sampled_from(to), unique=True, min_size=1, max_size=3))
    return [Link(unit, heir, whole=len(heirs) == 1, usual=heir == heirs[0]) for heir in heirs]


def _lasting(geography: Geography) -> bool:
    """Histories in which the whole land ends are none."""
    return any(period.valid_to is None for period in geography.periods.values())


@given(histories().filter(_lasting))
def test_every_ended_unit_has_successors_that_cover_it(geography: Geography) -> None:
    assert geography.findings() == []
    for unit in geography.periods:
        heirs = geography.shares(unit, DAYS[-1], equal_parts)
        assert heirs
        assert all(DAYS[-1] in geography.periods[heir] for heir in heirs)


@settings(max_examples=60)
@given(histories().filter(_lasting), st.sampled_from(DAYS), st.data())
def test_totals_are_equal_under_the_geography_of_any_day(
    geography: Geography, on: date, data: st.DataObject
) -> None:
    figures = {unit: data.draw(st.integers(0, 1000)) for unit in geography.periods}
    for apportion in (usual_takes_all, equal_parts):
        told = [
            figure * share
            for unit, figure in figures.items()
            for share in geography.shares(unit, on, apportion).values()
        ]
        assert sum(told) == sum(figures.values())


@given(histories().filter(_lasting), st.sampled_from(DAYS))
def test_whole_figures_stay_whole_where_the_usual_takes_all(geography: Geography, on: date) -> None:
    for unit in geography.periods:
        assert set(geography.shares(unit, on).values()) == {Fraction(1)}


A, B, C = UnitKey("00001", START), UnitKey("00002", START), UnitKey("00001", DAYS[1])
D = UnitKey("00004", DAYS[1])
SPLIT = [Link(A, C, whole=False, usual=True), Link(A, D, whole=False, usual=False)]
MERGED = Link(B, C, whole=True, usual=True)
PERIODS = {
    A: Period(START, DAYS[1]),
    B: Period(START, DAYS[1]),
    C: Period(DAYS[1]),
    D: Period(DAYS[1]),
}


def test_a_split_unit_goes_to_its_usual_successor_or_in_parts() -> None:
    geography = Geography(PERIODS, [*SPLIT, MERGED])
    assert geography.shares(A, DAYS[2]) == {C: 1}
    assert geography.shares(A, DAYS[2], equal_parts) == {C: Fraction(1, 2), D: Fraction(1, 2)}


def test_looking_back_the_unit_with_the_same_code_comes_first() -> None:
    geography = Geography(PERIODS, [*SPLIT, MERGED])
    assert geography.shares(C, START) == {A: 1}
    assert geography.shares(D, START) == {A: 1}
    assert geography.shares(C, START - timedelta(1)) == {A: 1}


@pytest.mark.parametrize(
    ("links", "finding"),
    [
        (SPLIT, "00002 (2004-07-08) has no successor"),
        ([SPLIT[1], MERGED], "00001 has 0 usual successors"),
        ([*SPLIT, MERGED, Link(B, D, whole=False, usual=True)], "00002 has 2 usual successors"),
        ([replace(SPLIT[0], whole=True), SPLIT[1], MERGED], "00001 goes wholly to several"),
        ([*SPLIT, Link(B, A, whole=True, usual=True)], "00002 → 00001 do not meet"),
    ],
)
def test_contradictions_are_found(links: list[Link], finding: str) -> None:
    assert finding in Geography(PERIODS, links).findings()


@pytest.mark.parametrize(
    ("full_name", "parts"),
    [
        ("Xã Yên Hòa", ("Xã", "Yên Hòa")),
        ("Thị trấn Yên Thịnh", ("Thị trấn", "Yên Thịnh")),
        ("Thành phố Thủ Đức", ("Thành phố", "Thủ Đức")),
        ("Đặc khu Hoàng Sa", ("Đặc khu", "Hoàng Sa")),
    ],
)
def test_a_full_name_begins_with_the_kind(full_name: str, parts: tuple[str, str]) -> None:
    assert split_kind(full_name) == parts


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="Tổng Yên Mô"):
        split_kind("Tổng Yên Mô")


def test_a_committee_is_named_after_its_unit() -> None:
    assert committee_name("Thành phố Huế") == "Ủy ban nhân dân thành phố Huế"


def test_short_forms_are_written_out() -> None:
    assert search_words("TP. HCM") == ["thanh", "pho", "ho", "chi", "minh"]
    assert search_words(" ,.- ") == []
    assert folded_words("Bà Rịa - Vũng Tàu") == " ba ria vung tau "
