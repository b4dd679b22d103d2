"""A target says value, goal, word and the pace that would still reach it; never a made-up value."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.measure.programme.rules.standing import Word, reported_value, standing
from nentang.measure.programme.rules.targets import Known, Target, targets

END_OF_2020 = date(2020, 12, 31)


def target(name: str) -> Target:
    return next(each for each in targets().in_force(on=END_OF_2020) if each.id == name)


def test_all_twenty_targets_are_there() -> None:
    assert len(targets().in_force(on=END_OF_2020)) == 20


def test_what_nobody_measured_stays_unknown() -> None:
    unknown = target("kts_gdp")

    assert unknown.known is Known.UNKNOWN
    assert reported_value(unknown, END_OF_2020) is None
    assert standing(unknown, None, END_OF_2020).word is Word.UNKNOWN


def test_a_rank_is_better_when_lower() -> None:
    assert standing(target("egdi"), 69, END_OF_2020).word is Word.MET
    assert standing(target("egdi"), 71, END_OF_2020).word is Word.NEAR
    assert standing(target("egdi"), 86, END_OF_2020).word is Word.BEHIND


def test_a_report_is_not_known_before_its_publication() -> None:
    assert reported_value(target("gci_attt"), END_OF_2020) == (date(2019, 3, 27), 50)
    assert reported_value(target("gci_attt"), date(2021, 6, 29)) == (date(2021, 6, 29), 25)


def test_the_pace_reaches_the_goal_by_the_end_of_its_year() -> None:
    stands = standing(target("dvc4"), 30.0, END_OF_2020)

    assert stands.pace is not None
    assert 30.0 + 5 * stands.pace == pytest.approx(80, abs=0.1)


def test_after_2025_the_goal_is_that_of_2030() -> None:
    assert standing(target("dvc4"), 80.0, date(2026, 1, 1)).goal == 100


def test_after_the_last_year_its_goal_stays_and_no_pace_is_asked() -> None:
    stands = standing(target("dvc4"), 98.0, date(2031, 6, 1))

    assert (stands.goal, stands.word, stands.gap, stands.pace) == (100, Word.NEAR, 2, None)


def test_what_is_met_asks_for_no_pace() -> None:
    stands = standing(target("dvc4"), 91.4, END_OF_2020)

    assert (stands.word, stands.gap, stands.pace) == (Word.MET, 0, 0)


@given(st.floats(0, 200), st.dates(date(2020, 6, 3), date(2030, 12, 30)))
def test_the_pace_has_the_sign_of_the_change_that_is_needed(value: float, on: date) -> None:
    for each in targets().in_force(on=on):
        stands = standing(each, value, on)

        assert stands.gap is not None
        assert stands.gap <= 0 if each.lower_is_better else stands.gap >= 0
        assert (stands.word is Word.MET) == (stands.gap == 0)
