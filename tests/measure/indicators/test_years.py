"""A year of a unit is kept as text; what comes on top is added exactly."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from nentang.measure.indicators.rules.places import AFTER, BEFORE, Spell, spells
from nentang.measure.indicators.rules.rollup import Sum
from nentang.measure.indicators.rules.years import Year, packed, unpacked

hundredths = st.integers(0, 10**9).map(lambda number: number / 100)
twelve = st.lists(hundredths, min_size=12, max_size=12)
days = st.dates(date(2000, 1, 1), date(2030, 1, 1))


@given(twelve)
def test_a_year_comes_back_as_it_was_kept(amounts: list[float]) -> None:
    assert unpacked(packed(amounts)) == amounts


@given(st.lists(twelve, min_size=1, max_size=6))
def test_the_order_of_adding_changes_nothing(parts: list[list[float]]) -> None:
    def added(some: list[list[float]]) -> Year:
        whole = Year(1, packed([0] * 12), packed([0] * 12))
        for each in some:
            whole = whole.with_more(Year(2, packed(each), packed(each)))
        return whole

    assert added(parts) == added(parts[::-1])
    exactly = [
        sum(round(100 * amount) for amount in month) / 100 for month in zip(*parts, strict=True)
    ]
    assert unpacked(added(parts).numerators) == exactly


@given(st.sets(days, max_size=4))
def test_at_every_time_one_unit_has_the_figures(ends: set[date]) -> None:
    limits = sorted(ends)
    shares = [Spell(a, b, "97") for a, b in zip(limits[::2], limits[1::2], strict=False)]

    found = list(spells("98", shares))

    assert found[0].since == BEFORE
    assert found[-1].until == AFTER
    assert all(one.until == other.since for one, other in pairwise(found))
    assert [each for each in found if each.heir == "97"] == shares


def test_a_share_is_summed_never_averaged() -> None:
    assert (Sum(1, 1) + Sum(0, 9)).value == 0.1
