"""Half-open periods of days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.kernel.periods import Period, gap, overlapping

days = st.dates(date(2000, 1, 1), date(2030, 12, 31))
periods = st.builds(
    lambda start, length: Period(start, start + timedelta(length) if length else None),
    days,
    st.integers(0, 2000),
)
EDGE = date(2025, 7, 1)


def test_the_last_day_is_out() -> None:
    period = Period(date(2020, 1, 1), EDGE)
    assert EDGE - timedelta(1) in period
    assert EDGE not in period
    assert EDGE in Period(EDGE)


@pytest.mark.parametrize("end", [EDGE, EDGE - timedelta(1)])
def test_a_period_holds_at_least_one_day(end: date) -> None:
    with pytest.raises(ValueError, match="before it begins"):
        Period(EDGE, end)


@given(periods, periods, days)
def test_two_periods_overlap_where_they_share_a_day(a: Period, b: Period, day: date) -> None:
    assert a.overlaps(b) == b.overlaps(a)
    if day in a and day in b:
        assert a.overlaps(b)
    assert a.overlaps(b) == (
        max(a.valid_from, b.valid_from) in a and max(a.valid_from, b.valid_from) in b
    )


@given(st.lists(days, unique=True, min_size=2, max_size=8))
def test_periods_laid_end_to_end_neither_overlap_nor_gap(cuts: list[date]) -> None:
    cuts.sort()
    laid = [Period(a, b) for a, b in zip(cuts, [*cuts[1:], None], strict=True)]
    assert overlapping(reversed(laid)) is None
    assert gap(reversed(laid)) is None
    if len(laid) > 2:
        assert gap([laid[0], *laid[2:]]) == (laid[0], laid[2])
    assert overlapping([*laid, laid[0]]) == (laid[0], laid[0])


def test_an_open_period_hides_later_ones() -> None:
    first, second = Period(date(2020, 1, 1)), Period(EDGE)
    assert overlapping([second, first]) == (first, second)
