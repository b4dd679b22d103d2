"""Ranks with their doubt, what moves them, and what changed."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.measure.index.rules.cheats import plant
from nentang.measure.index.rules.decomposition import (
    FACTORS,
    Standing,
    adding_up,
    decompose,
    shapley,
)
from nentang.measure.index.rules.framework import law_of, rule_for
from nentang.measure.index.rules.intervals import Doubt, rank_intervals, ranks, simulate
from nentang.measure.index.rules.mergers import merged_by_rule
from nentang.measure.index.rules.reckoning import reckon
from nentang.measure.index.rules.redteam import SEED, UNITS, measure
from nentang.measure.index.rules.sensitivity import rank_influences, sobol

FLOORS = {
    "copied_forward": 0.90,
    "too_round": 0.95,
    "end_jump": 0.60,
    "typed_at_counter": 0.90,
    "against_facts": 0.90,
}
COUNTED = ("services.highest_level", "services.online", "services.on_time", "payments.online_share")
known = st.dictionaries(
    st.sampled_from(COUNTED),
    st.fractions(min_value=0, max_value=1, max_denominator=997),
    min_size=1,
)


@pytest.mark.parametrize("seed", [SEED, 7, 2025])
def test_detectors_find_what_was_planted_and_rarely_accuse_the_honest(seed: int) -> None:
    for rates in measure(plant(units=UNITS, seed=seed)):
        assert rates.planted > 50
        assert rates.detection >= FLOORS[rates.detector], rates
        assert rates.false_alarms <= 0.015, rates


@given(
    known,
    known,
    known,
    known,
    st.sampled_from([2020, 2022, 2025]),
    st.sampled_from([2020, 2022, 2025]),
)
def test_what_changed_adds_up_to_the_last_digit(a: dict[str, Fraction], b: dict[str, Fraction], c: dict[str, Fraction], d: dict[str, Fraction], first: int, second: int) -> None:  # fmt: skip
    frameworks = [rule_for(law_of("dti_province"), year) for year in (first, second)]
    assert frameworks[0]
    assert frameworks[1]
    before = Standing(frameworks[0].value, a, b)
    after = Standing(frameworks[1].value, c, d)
    parts = decompose(before, after)
    whole = [
        reckon(each.framework, _by_code(each), missing="leave_out").share  # type: ignore[arg-type]
        for each in (before, after)
    ]

    assert parts is not None
    assert whole[0] is not None
    assert whole[1] is not None
    assert sum(parts.values()) == whole[1] - whole[0]
    shown = adding_up(parts, 4)
    assert abs(sum(shown.values()) - sum(parts.values())) <= Fraction(1, 20_000)
    assert all(abs(shown[name] - parts[name]) < Fraction(1, 10_000) for name in parts)


def _by_code(standing: Standing) -> dict[str, Fraction]:
    return {
        node.code: standing.known[node.indicator]  # type: ignore[misc]
        for node in standing.framework.leaves
        if node.indicator in standing.known
    }


def test_what_did_not_change_has_no_part_in_the_change() -> None:
    rule = rule_for(law_of("dti_province"), 2022)
    assert rule
    before = Standing(
        rule.value, {"services.online": Fraction(1, 2)}, {"services.online": Fraction(1, 2)}
    )
    after = Standing(
        rule.value, {"services.online": Fraction(3, 5)}, {"services.online": Fraction(3, 5)}
    )
    parts = decompose(before, after)

    assert parts is not None
    assert parts["performance"] == Fraction(1, 10)
    assert {parts[name] for name in FACTORS if name != "performance"} == {0}


@given(st.dictionaries(st.frozensets(st.sampled_from(FACTORS)), st.fractions(max_denominator=99)))
def test_shapley_parts_add_up_whatever_the_values(values: dict[frozenset[str], Fraction]) -> None:
    def value(changed: frozenset[str]) -> Fraction:
        return values.get(changed, Fraction(len(changed)))

    assert sum(shapley(value).values()) == value(frozenset(FACTORS)) - value(frozenset())


@given(
    st.dictionaries(
        st.text("abcd", min_size=1), st.fractions(-2, 2, max_denominator=99991), min_size=1
    ),
    st.integers(0, 6),
)
def test_rounded_parts_add_up_to_their_rounded_whole(
    parts: dict[str, Fraction], digits: int
) -> None:
    shown = adding_up(parts, digits)

    assert abs(sum(shown.values()) - sum(parts.values())) <= Fraction(1, 2 * 10**digits)


def test_one_best_in_everything_is_first_whatever_the_weights() -> None:
    values = np.random.default_rng(3).random((20, 12)) * 0.9
    values[7] = 0.95
    found = rank_intervals(values, np.ones(12))

    assert (found[7].rank, found[7].low, found[7].high) == (1, 1, 1)
    assert any(each.high > each.low for each in found)


def test_what_is_missing_widens_an_interval() -> None:
    values = np.random.default_rng(4).random((30, 10))
    whole = rank_intervals(values, np.ones(10))
    holed = values.copy()
    holed[5, :7] = np.nan
    found = rank_intervals(holed, np.ones(10))

    assert found[5].high - found[5].low > whole[5].high - whole[5].low


def test_the_same_seed_gives_the_same_runs_and_ranks_are_shared_by_equals() -> None:
    values = np.array([[0.5, 0.5], [0.5, 0.5], [0.9, np.nan], [np.nan, np.nan]])
    doubt = Doubt(runs=50)

    assert (simulate(values, np.ones(2), doubt) == simulate(values, np.ones(2), doubt)).all()
    assert ranks(np.array([[0.5, 0.5, 0.9, 0.0]])).tolist() == [[2, 2, 1, 4]]


def test_sobol_indices_are_those_known_of_ishigamis_function() -> None:
    def ishigami(rows: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
        x = np.pi * (2 * rows - 1)
        return np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])  # type: ignore[no-any-return]

    found = sobol(ishigami, ("a", "b", "c"), samples=2**15, seed=1)

    assert [each.first for each in found] == pytest.approx([0.3139, 0.4424, 0.0], abs=0.03)
    assert [each.total for each in found] == pytest.approx([0.5576, 0.4424, 0.2437], abs=0.03)


def test_a_weight_of_a_column_in_which_all_are_alike_moves_nothing() -> None:
    values = np.random.default_rng(5).random((20, 4))
    values[:, 2] = 0.5
    found = {each.factor: each.total for each in rank_influences(values, np.ones(4), list("abcd"))}

    assert found["c"] < min(found["a"], found["b"], found["d"])


def test_a_merged_province_has_the_mean_of_the_old_main_indicators() -> None:
    rule = rule_for(law_of("dti_province"), 2022)
    assert rule
    mains = [main.code for main in rule.value.root.parts if main.own_weight]
    old = [reckon(rule.value, dict.fromkeys(mains, Fraction(n, 10))) for n in (4, 6, 8)]

    assert merged_by_rule(rule.value, old).share == Fraction(6, 10)
