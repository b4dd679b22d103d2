"""How a value stands to its target, and what pace would still reach it."""

from datetime import date
from enum import StrEnum

from nentang.kernel.frozen import Frozen

from .targets import Target

NEAR = 0.05  # within a twentieth of the goal


class Word(StrEnum):
    """The word beside a value."""

    MET = "met"
    NEAR = "near"
    BEHIND = "behind"
    UNKNOWN = "unknown"


class Standing(Frozen):
    """A value against the next goal, or the last once all years are over.

    `gap` is what is missing, `pace` the change a year that would still close it; both carry the sign
    of the change, and are 0 where the goal is met and None where nothing is known.
    """

    value: float | None
    goal_year: int
    goal: float
    word: Word
    gap: float | None = None
    pace: float | None = None


def standing(
    target: Target, value: float | None, on: date, goal_year: int | None = None
) -> Standing:
    """How the value stands on that day to the goal of that year, or of the earliest that is not over."""
    years = sorted(target.goals)
    next_year = next((year for year in years if on <= date(year, 12, 31)), years[-1])
    year = goal_year if goal_year in target.goals else next_year
    goal = target.goals[year]
    if value is None:
        return Standing(None, year, goal, Word.UNKNOWN)
    if value <= goal if target.lower_is_better else value >= goal:
        return Standing(value, year, goal, Word.MET, 0.0, 0.0)
    word = Word.NEAR if abs(goal - value) <= NEAR * abs(goal) else Word.BEHIND
    years_left = (date(year, 12, 31) - on).days / 365.25
    pace = (goal - value) / years_left if years_left > 0 else None
    return Standing(value, year, goal, word, goal - value, pace)


def reported_value(target: Target, on: date) -> tuple[date, float] | None:
    """The latest value published until that day, with the day of its publication."""
    past = [day for day in target.reports if day <= on]
    return (max(past), target.reports[max(past)]) if past else None
