"""Sums go up the tree; totals are the same under any geography."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from nentang.measure.indicators.rules.rollup import (
    NATION,
    Cell,
    sum_by_unit,
    under_geography,
    within,
)

PARENT = {"00001": "001", "00002": "001", "00003": "002", "001": "01", "002": "01", "00009": "02"}
SUCCESSOR = {"00001": "90001", "00002": "90001", "00003": "90002"}
cells = st.lists(
    st.builds(
        Cell,
        unit_code=st.sampled_from(sorted(PARENT)),
        month=st.just(date(2020, 12, 1)),
        numerator=st.integers(0, 1000).map(float),
        denominator=st.integers(0, 1000).map(float),
    )
)


@given(cells)
def test_the_nation_is_the_sum_of_all(counted: list[Cell]) -> None:
    nation = sum_by_unit(counted, PARENT).get(NATION)

    assert (nation.denominator if nation else 0) == sum(cell.denominator for cell in counted)


@given(cells)
def test_totals_are_equal_under_any_geography(counted: list[Cell]) -> None:
    moved = under_geography(counted, lambda code, month: SUCCESSOR.get(code, code))

    assert sum(cell.numerator for cell in moved) == sum(cell.numerator for cell in counted)


def test_a_share_is_summed_never_averaged() -> None:
    month = date(2020, 12, 1)
    counted = [Cell("00001", month, 1, 1), Cell("00002", month, 0, 9)]

    assert sum_by_unit(counted, PARENT)["001"].value == 0.1


def test_a_unit_holds_what_is_within_it() -> None:
    month = date(2020, 12, 1)
    counted = [Cell("00001", month, 1, 1), Cell("00009", month, 1, 1)]

    assert [cell.unit_code for cell in within(counted, "01", PARENT)] == ["00001"]
