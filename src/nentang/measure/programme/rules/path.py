"""The path of a target: what should have been reached by a day."""

from collections.abc import Mapping
from datetime import date

from nentang.kernel.frozen import Frozen

LINEAR, STEPPED = "linear", "stepped"


class Baseline(Frozen):
    """From where a target set out: value, the day for which it holds, who said so."""

    value: float
    on: date
    source: str = ""


def expected(
    baseline: Baseline | None, goals: Mapping[int, float], course: str, on: date
) -> float | None:
    """What the path asks for on that day; None before the first milestone that is known."""
    stones = milestones(baseline, goals)
    past = [stone for stone in stones if stone[0] <= on]
    if not past:
        return None
    day, value = past[-1]
    ahead = [stone for stone in stones if stone[0] > on]
    if course == STEPPED or not ahead:
        return value
    next_day, next_value = ahead[0]
    return value + (next_value - value) * (on - day).days / (next_day - day).days


def milestones(baseline: Baseline | None, goals: Mapping[int, float]) -> list[tuple[date, float]]:
    """The baseline and the goals, each on the last day of its year, in order of time."""
    stones = [(date(year, 12, 31), value) for year, value in sorted(goals.items())]
    if baseline is None:
        return stones
    return [(baseline.on, baseline.value), *(each for each in stones if each[0] > baseline.on)]
