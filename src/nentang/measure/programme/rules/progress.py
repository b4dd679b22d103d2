"""How fast a target moves, against how fast it has to: the rule of Open SDG, with words of our own.

Actual growth is measured from the baseline to now, required growth from the baseline to the next goal.
What is counted or ranked grows by a rate of its own size (compound); shares, and whatever touches zero,
by points a year (linear). Their ratio makes the word: at least 0.95 on track, at least 0.5 too slow, at
least 0 hardly moving, below 0 the wrong way. Less than half a year says nothing.
"""

from datetime import date
from enum import StrEnum

from nentang.kernel.frozen import Frozen

from .path import Baseline

ENOUGH, HALF = 0.95, 0.5
LEAST_YEARS = 0.5
NEXT_TO_NOTHING = 1e-6  # from here growth by a rate says nothing
YEAR = 365.25
SHARES = ("percent", "percent_a_year")


class Speed(StrEnum):
    """The word for the ratio."""

    MET = "met"
    ON_TRACK = "on_track"
    TOO_SLOW = "too_slow"
    HARDLY = "hardly"
    WRONG_WAY = "wrong_way"
    UNKNOWN = "unknown"


class Progress(Frozen):
    """Actual and required growth a year (a rate where `is_compound`, else in the target's unit)."""

    speed: Speed
    actual: float | None = None
    required: float | None = None
    ratio: float | None = None
    is_compound: bool = False


UNKNOWN = Progress(Speed.UNKNOWN)


class Aim(Frozen):
    """The goal of a year, in a unit, with the direction that is better."""

    goal: float
    year: int
    unit: str
    lower_is_better: bool


def progress(baseline: Baseline | None, value: float | None, on: date, aim: Aim) -> Progress:
    """The word for a value of that day."""
    if value is None:
        return UNKNOWN
    if value <= aim.goal if aim.lower_is_better else value >= aim.goal:
        return Progress(Speed.MET)
    end = date(aim.year, 12, 31)
    if baseline is None or _years(baseline.on, on) < LEAST_YEARS or end <= baseline.on:
        return UNKNOWN
    is_compound = aim.unit not in SHARES and min(baseline.value, value, aim.goal) > NEXT_TO_NOTHING
    actual = _growth(baseline.value, value, _years(baseline.on, on), is_compound)
    required = _growth(baseline.value, aim.goal, _years(baseline.on, end), is_compound)
    if not _leads_there(baseline.value, aim):
        return Progress(Speed.WRONG_WAY, actual, required, None, is_compound)
    ratio = actual / required
    return Progress(_speed(ratio), actual, required, ratio, is_compound)


def _leads_there(start: float, aim: Aim) -> bool:
    """Whether the goal is better than the start; a goal that was met there once and is no more is not."""
    return aim.goal < start if aim.lower_is_better else aim.goal > start


def _growth(start: float, end: float, years: float, is_compound: bool) -> float:
    if is_compound:
        return float((end / start) ** (1 / years) - 1)
    return (end - start) / years


def _speed(ratio: float) -> Speed:
    if ratio >= ENOUGH:
        return Speed.ON_TRACK
    if ratio >= HALF:
        return Speed.TOO_SLOW
    return Speed.HARDLY if ratio >= 0 else Speed.WRONG_WAY


def _years(first: date, last: date) -> float:
    return (last - first).days / YEAR
