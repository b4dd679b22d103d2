"""Scoring rules by their properties."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.measure.index.rules.framework import parse_rule
from nentang.measure.index.rules.scoring import (
    AnswerUnfit,
    CappedRatio,
    GoalPosts,
    Grade,
    Inverse,
    MinMax,
    Rank,
    Ratio,
    Steps,
    Sum,
    YesNo,
    ZScore,
    arithmetic,
    geometric,
    places,
    share_of,
    shares_among,
)

numbers = st.fractions(min_value=-5, max_value=50, max_denominator=1000)
shares = st.fractions(min_value=0, max_value=1, max_denominator=1000)
units = st.dictionaries(
    st.text("abcdefg", min_size=1, max_size=3), numbers, min_size=1, max_size=12
)
ALONE = (
    Ratio(),
    CappedRatio(Fraction("0.8")),
    Steps(tuple((Fraction(n), Fraction(n, 4)) for n in (1, 2, 3, 4))),
    Sum(Fraction(5)),
    GoalPosts(Fraction(2), Fraction(9)),
)


@given(numbers, numbers)
def test_more_never_gives_less_and_shares_stay_between_0_and_1(
    first: Fraction, second: Fraction
) -> None:
    low, high = sorted((first, second))
    for rule in ALONE:
        assert 0 <= share_of(rule, low) <= share_of(rule, high) <= 1
    inverse = Inverse(Fraction(1), Fraction(9))
    assert 1 >= share_of(inverse, low) >= share_of(inverse, high) >= 0


def test_the_rules_of_the_decisions_by_example() -> None:
    meetings = parse_rule({"kind": "steps", "steps": [[4, 1], [3, 0.75], [2, 0.5], [1, 0.25]]})
    head = parse_rule(
        {"kind": "grade", "grades": {"Chủ tịch": 1, "Phó Chủ tịch": 0.5, "Không có": 0}}
    )

    assert [share_of(meetings, Fraction(n)) for n in range(6)] == [
        0,
        Fraction(1, 4),
        Fraction(1, 2),
        Fraction(3, 4),
        1,
        1,
    ]  # type: ignore[arg-type]
    assert share_of(head, "Phó Chủ tịch") == Fraction(1, 2)  # type: ignore[arg-type]
    assert share_of(CappedRatio(Fraction("0.8")), Fraction("0.4")) == Fraction(1, 2)
    assert share_of(YesNo(), True) == 1


@pytest.mark.parametrize(
    ("rule", "answer"),
    [(Grade({"a": Fraction(1)}), "b"), (YesNo(), Fraction(2)), (Ratio(), "nhiều"), (Ratio(), True)],
)
def test_an_answer_that_does_not_fit_is_refused(rule: object, answer: object) -> None:
    with pytest.raises(AnswerUnfit):
        share_of(rule, answer)  # type: ignore[arg-type]


@given(units)
def test_rules_among_all_keep_the_order_and_reach_both_ends(values: dict[str, Fraction]) -> None:
    for rule in (MinMax(), ZScore(), Rank()):
        found = shares_among(rule, values)
        assert set(found) == set(values)
        assert all(0 <= share <= 1 for share in found.values())
        for one in values:
            for other in values:
                if values[one] > values[other]:
                    assert found[one] > found[other]
                if values[one] == values[other]:
                    assert found[one] == found[other]


@given(units, st.fractions(min_value=Fraction(1, 100), max_value=100, max_denominator=100), numbers)
def test_min_max_and_z_scores_do_not_ask_in_which_unit_one_counts(
    values: dict[str, Fraction], factor: Fraction, shift: Fraction
) -> None:
    changed = {unit: value * factor + shift for unit, value in values.items()}

    assert shares_among(MinMax(), changed) == shares_among(MinMax(), values)
    for unit, share in shares_among(ZScore(), changed).items():
        assert float(share) == pytest.approx(float(shares_among(ZScore(), values)[unit]), abs=1e-12)


@given(
    st.lists(
        st.tuples(st.fractions(min_value=Fraction(1, 10), max_value=9, max_denominator=10), shares),
        min_size=1,
        max_size=8,
    )
)
def test_means_lie_between_the_least_and_the_most_and_the_geometric_is_not_above(
    pairs: list[tuple[Fraction, Fraction]],
) -> None:
    lowest, highest = min(share for _w, share in pairs), max(share for _w, share in pairs)

    assert lowest <= arithmetic(pairs) <= highest
    assert float(geometric(pairs)) <= float(arithmetic(pairs)) + 1e-12
    assert float(lowest) - 1e-12 <= float(geometric(pairs)) <= float(highest) + 1e-12


@given(units)
def test_places_count_who_is_better(values: dict[str, Fraction]) -> None:
    for unit, place in places(values).items():
        assert place == 1 + sum(other > values[unit] for other in values.values())
