"""A target says value, goal, word and the pace that would still reach it; never a made-up value."""

from datetime import date

import pytest

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
    assert standing(unknown, reported_value(unknown, END_OF_2020), END_OF_2020).word is Word.UNKNOWN


def test_a_rank_is_better_when_lower() -> None:
    assert standing(target("egdi"), 69, END_OF_2020).word is Word.MET
    assert standing(target("egdi"), 71, END_OF_2020).word is Word.NEAR
    assert standing(target("egdi"), 86, END_OF_2020).word is Word.BEHIND


def test_a_report_is_not_known_before_its_publication() -> None:
    assert reported_value(target("gci_attt"), END_OF_2020) == 50
    assert reported_value(target("gci_attt"), date(2021, 6, 29)) == 25


def test_the_pace_reaches_the_goal_by_the_end_of_its_year() -> None:
    stands = standing(target("dvc4"), 30.0, END_OF_2020)

    assert stands.pace is not None
    assert 30.0 + 5 * stands.pace == pytest.approx(80, abs=0.1)


def test_after_2025_the_goal_is_that_of_2030() -> None:
    assert standing(target("dvc4"), 80.0, date(2026, 1, 1)).goal == 100
