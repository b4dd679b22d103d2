"""How a value stands to its target, and what pace would still reach it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .targets import Target

NEAR = 0.05  # within a twentieth of the goal


class Word(StrEnum):
    """The word beside a value."""

    MET = "met"
    NEAR = "near"
    BEHIND = "behind"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Standing:
    """A value against the next goal. `pace` is the change a year that would still reach it."""

    value: float | None
    goal_year: int | None
    goal: float | None
    word: Word
    pace: float | None


def standing(target: Target, value: float | None, on: date) -> Standing:
    """How the value stands on that day to the goal of the earliest year that is not over."""
    year = next((year for year in sorted(target.goals) if on <= date(year, 12, 31)), None)
    goal = target.goals[year] if year else None
    if value is None or year is None or goal is None:
        return Standing(value, year, goal, Word.UNKNOWN, None)
    years_left = max((date(year, 12, 31) - on).days / 365.25, 1 / 12)
    met = value <= goal if target.lower_is_better else value >= goal
    pace = 0.0 if met else (goal - value) / years_left
    return Standing(value, year, goal, _word(value, goal, met), pace)


def reported_value(target: Target, on: date) -> float | None:
    """The latest value published until that day."""
    past = [day for day in target.reports if day <= on]
    return target.reports[max(past)] if past else None


def _word(value: float, goal: float, met: bool) -> Word:
    if met:
        return Word.MET
    return Word.NEAR if abs(goal - value) <= NEAR * abs(goal) else Word.BEHIND
