"""Laying one period over others changes what is held on its days and nothing else."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from nentang.foundation.registers.rules.timeline import cut
from nentang.kernel.periods import Period, overlapping

FIRST = date(2020, 1, 1)
DAYS = 40


def _day(number: int) -> date:
    return FIRST + timedelta(days=number)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    begin = draw(st.integers(0, DAYS))
    length = draw(st.one_of(st.none(), st.integers(1, DAYS)))
    return Period(_day(begin), None if length is None else _day(begin + length))


@given(st.lists(periods(), max_size=8), periods())
def test_what_was_held_of_other_days_still_is(said: list[Period], new: Period) -> None:
    holding: list[tuple[Period, int]] = []
    for number, period in enumerate([*said, new]):
        before = _by_day(holding)
        holding = _lay(holding, period, number)
        after = _by_day(holding)
        for day in before | after:
            expected = number if day in period else before.get(day)
            assert after.get(day) == expected
        assert overlapping([period for period, _ in holding]) is None


def _lay(
    holding: list[tuple[Period, int]], period: Period, number: int
) -> list[tuple[Period, int]]:
    result = cut([each for each, _ in holding], period)
    kept = [each for place, each in enumerate(holding) if place not in result.replaced]
    rests = [(rest, holding[place][1]) for place, rest in result.remainders]
    return [*kept, *rests, (period, number)]


def _by_day(holding: list[tuple[Period, int]]) -> dict[date, int]:
    days = [_day(number) for number in range(3 * DAYS)]
    return {day: said for period, said in holding for day in days if day in period}
