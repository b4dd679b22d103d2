"""Speed is actual over required growth, by the published rule; the path asks what it should."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.measure.programme.rules.path import Baseline, expected
from nentang.measure.programme.rules.progress import Aim, Speed, progress

BEGIN, HALF_WAY = date(2020, 12, 31), date(2023, 7, 2)
UP, DOWN = Aim(80, 2025, "percent", False), Aim(10, 2025, "days", True)


def speed(value: float, aim: Aim = UP, base: float = 30, on: date = HALF_WAY) -> Speed:
    return progress(Baseline(base, BEGIN), value, on, aim).speed


def test_the_words_follow_the_ratio() -> None:
    assert speed(80) is Speed.MET
    assert speed(55) is Speed.ON_TRACK  # half the way in half the time
    assert speed(45) is Speed.TOO_SLOW
    assert speed(35) is Speed.HARDLY
    assert speed(25) is Speed.WRONG_WAY


def test_lower_is_better_where_it_is_said() -> None:
    assert speed(9, DOWN, base=20) is Speed.MET
    assert speed(14, DOWN, base=20) is Speed.ON_TRACK
    assert speed(25, DOWN, base=20) is Speed.WRONG_WAY


def test_counts_grow_by_compound_rates_and_shares_by_points() -> None:
    counted = progress(Baseline(100, BEGIN), 140, HALF_WAY, Aim(200, 2025, "count", False))
    share = progress(Baseline(30, BEGIN), 55, HALF_WAY, UP)

    assert counted.is_compound
    assert counted.required == pytest.approx(2 ** (1 / 5) - 1, abs=1e-3)
    assert not share.is_compound
    assert share.required == pytest.approx(10, abs=0.02)
    assert share.ratio == pytest.approx(1, abs=0.01)


def test_nothing_is_said_without_baseline_value_or_half_a_year() -> None:
    assert progress(None, 50, HALF_WAY, UP).speed is Speed.UNKNOWN
    assert progress(Baseline(30, BEGIN), None, HALF_WAY, UP).speed is Speed.UNKNOWN
    assert speed(50, on=date(2021, 5, 1)) is Speed.UNKNOWN


def test_a_goal_that_was_met_at_the_start_and_is_no_more_went_the_wrong_way() -> None:
    assert speed(70, base=90) is Speed.WRONG_WAY


@given(st.floats(0, 79), st.floats(0, 100), st.sampled_from(["percent", "count", "rank", "points"]))
def test_better_values_are_never_slower(base: float, value: float, unit: str) -> None:
    order = [Speed.WRONG_WAY, Speed.HARDLY, Speed.TOO_SLOW, Speed.ON_TRACK, Speed.MET]
    aim = Aim(80, 2025, unit, False)
    one, other = (speed(each, aim, base) for each in (value, min(100.0, value + 5)))

    assert order.index(one) <= order.index(other)


GOALS = {2021: 40.0, 2025: 100.0}
BASE = Baseline(10.0, date(2019, 12, 31))


def test_a_linear_path_goes_evenly_and_a_stepped_one_waits() -> None:
    in_2020 = date(2020, 12, 31)

    assert expected(BASE, GOALS, "linear", in_2020) == pytest.approx(25, abs=0.1)
    assert expected(BASE, GOALS, "stepped", in_2020) == 10
    assert expected(BASE, GOALS, "linear", date(2025, 12, 31)) == 100
    assert expected(BASE, GOALS, "linear", date(2030, 1, 1)) == 100
    assert expected(BASE, GOALS, "linear", date(2019, 1, 1)) is None
    assert expected(None, GOALS, "linear", in_2020) is None


@given(st.dates(date(2019, 12, 31), date(2030, 1, 1)), st.sampled_from(["linear", "stepped"]))
def test_a_path_stays_between_where_it_begins_and_ends(on: date, course: str) -> None:
    asked = expected(BASE, GOALS, course, on)

    assert asked is not None
    assert 10 <= asked <= 100
