"""What parts add to a shortfall adds up to the whole, however it is cut and rounded."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.measure.dashboard.rules.comparing import Pace, moments, ranks, turn_at
from nentang.measure.dashboard.rules.definitions import parted
from nentang.measure.dashboard.rules.findings import Track, track_of
from nentang.measure.dashboard.rules.shortfall import (
    Counted,
    contributions,
    largest,
    rounded,
    shortfall,
)
from nentang.measure.indicators.public import months

COUNTS = st.floats(0, 1e6, allow_nan=False)
PARTS = st.dictionaries(st.text("abcdef", min_size=1, max_size=4), st.tuples(COUNTS, COUNTS))
GOALS = st.fractions(0, 2)


@given(PARTS, st.tuples(COUNTS, COUNTS), GOALS, st.booleans())
def test_what_the_parts_add_is_what_the_whole_misses(
    parts: dict[str, tuple[float, float]],
    own: tuple[float, float],
    goal: Fraction,
    higher_is_better: bool,
) -> None:
    counted = {name: Counted.of(*each) for name, each in parts.items()}
    everything = [*counted.values(), Counted.of(*own)]
    whole = Counted(
        sum((each.numerator for each in everything), Fraction(0)),
        sum((each.denominator for each in everything), Fraction(0)),
    )

    found = contributions(whole, counted, goal, higher_is_better=higher_is_better)

    assert sum(found.values(), Fraction(0)) == shortfall(
        whole, goal, higher_is_better=higher_is_better
    )


@given(st.lists(st.fractions(-1000, 1000), max_size=12), st.integers(0, 2))
def test_rounded_amounts_add_up_to_their_rounded_sum_and_none_moves_far(
    amounts: list[Fraction], digits: int
) -> None:
    told = rounded(amounts, digits)
    unit = Fraction(1, 10**digits)

    assert abs(sum(told, Fraction(0)) - sum(amounts, Fraction(0))) <= unit / 2
    assert all(abs(one - other) < unit for one, other in zip(told, amounts, strict=True))


@given(st.dictionaries(st.text(max_size=3), st.fractions(-9, 9)), st.integers(0, 4))
def test_nothing_is_told_twice_and_nothing_is_left_out(
    amounts: dict[str, Fraction], most: int
) -> None:
    top, more, helping = largest(amounts, most)

    assert sorted([*top, *more, *helping]) == sorted(n for n in amounts if amounts[n])
    assert len(top) <= most
    assert all(amounts[one] >= amounts[other] for one in top for other in more)
    assert all(amounts[name] < 0 for name in helping)


@pytest.mark.parametrize(
    ("value", "goal", "higher", "track"),
    [
        (80.0, 80.0, True, Track.ON),
        (79.0, 80.0, True, Track.NEAR),
        (76.0, 80.0, True, Track.NEAR),
        (75.9, 80.0, True, Track.OFF),
        (None, 80.0, True, Track.UNKNOWN),
        (80.0, None, True, Track.FREE),
        (50.0, 50.0, False, Track.ON),
        (86.0, 50.0, False, Track.OFF),
    ],
)
def test_the_word_follows_the_value_and_the_goal(
    value: float | None, goal: float | None, higher: bool, track: Track
) -> None:
    assert track_of(value, goal, higher_is_better=higher) is track


@given(st.dictionaries(st.text(max_size=3), st.none() | st.integers(0, 9).map(float)))
def test_ranks_leave_no_hole_before_the_first_and_equals_share_theirs(
    values: dict[str, float | None],
) -> None:
    found = ranks(values)

    assert set(found) == {name for name, value in values.items() if value is not None}
    assert not found or min(found.values()) == 1
    assert all(
        (found[one] == found[other]) == (values[one] == values[other])
        for one in found
        for other in found
    )


def test_years_hold_their_months_and_two_levels_begin_within_one() -> None:
    from datetime import date

    every = months(date(2024, 11, 1), date(2025, 8, 31))

    by_year = moments(every, Pace.YEAR)
    by_month = moments(every, Pace.MONTH)

    assert [each.label for each in by_year] == ["2024", "2025"]
    assert [month for each in by_year for month in each.months] == every
    assert turn_at(by_year) == 1
    assert by_month[turn_at(by_month) or 0].label == "07/2025"
    assert turn_at(by_month[:3]) is None


def test_a_definition_is_parted_where_it_says_so() -> None:
    assert parted("Hồ sơ tự nộp, chia cho mọi hồ sơ được nộp.") == (
        "Hồ sơ tự nộp",
        "mọi hồ sơ được nộp",
    )
    assert parted("Dossiers filed, over all dossiers.") == ("Dossiers filed", "all dossiers")
    assert parted("Trung bình số sao người nộp chấm, 1 đến 5.") is None
