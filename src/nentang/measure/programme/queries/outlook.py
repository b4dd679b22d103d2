"""One target in time: what was, what its path asks for, where it goes."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from nentang.kernel.frozen import Frozen
from nentang.measure.programme.rules.forecast import forecast
from nentang.measure.programme.rules.path import expected, milestones
from nentang.measure.programme.rules.rhythm import ANY, MONTHLY, Run, run_of
from nentang.measure.programme.rules.standing import Standing
from nentang.measure.programme.rules.targets import Target


class Verdict(StrEnum):
    """What the forecast says of the next goal."""

    LIKELY = "likely"
    OPEN = "open"
    UNLIKELY = "unlikely"
    NOT_YET = "not_yet"
    """It does not reach as far as the goal, or there is none."""


class Moment(Frozen):
    """A value on a day."""

    on: date
    value: float


class Step(Frozen):
    """A period to come under its last month: the middle, and between what it lies eight times of ten."""

    month: date
    value: float
    low: float
    high: float


class Outlook(Frozen):
    """`seen` are months (computed) or days (reported); `path` are baseline and goals; `asked` is what
    the path asks for today; `ahead` is empty where too little is known to forecast, else it goes on in
    periods of `every` months: that of a reported target is built on what was reported.
    """

    seen: tuple[Moment, ...]
    path: tuple[Moment, ...]
    asked: float | None
    ahead: tuple[Step, ...]
    every: int
    verdict: Verdict


def outlook_of(target: Target, stands: Standing, months: Mapping[date, float], on: date) -> Outlook:
    """The outlook on that day; `months` are the values of its indicator month by month."""
    seen = [Moment(month, value) for month, value in sorted(months.items())]
    if not target.indicator:
        past = ((day, value) for day, value in sorted(target.reports.items()) if day <= on)
        seen = [Moment(day, value) for day, value in past]
    settled = [(m.on, m.value) for m in _settled(target, seen, on)]
    run = run_of(settled, MONTHLY if target.indicator else ANY)
    ahead = _ahead(target, run) if run else ()
    stones = milestones(target.baseline, target.goals)
    return Outlook(
        seen=tuple(seen),
        path=tuple(Moment(*stone) for stone in stones),
        asked=expected(target.baseline, target.goals, target.course, on),
        ahead=ahead,
        every=run.every if run else 0,
        verdict=_verdict(target, stands, ahead),
    )


def _settled(target: Target, seen: list[Moment], on: date) -> list[Moment]:
    """What does not change any more: a month that still runs says little."""
    if not target.indicator:
        return seen
    return [m for m in seen if (m.on.year, m.on.month) != (on.year, on.month) or _is_last_day(on)]


def _ahead(target: Target, run: Run) -> tuple[Step, ...]:
    least, most = target.bounds
    found = forecast(run.values, least=least, most=most)
    return tuple(Step(run.month_after(e.steps), e.value, e.low, e.high) for e in found)


def _verdict(target: Target, stands: Standing, ahead: tuple[Step, ...]) -> Verdict:
    """By the month in which the goal falls."""
    month = date(stands.goal_year, 12, 1)
    step = next((each for each in ahead if each.month == month), None)
    if step is None:
        return Verdict.NOT_YET
    worst, best = (step.high, step.low) if target.lower_is_better else (step.low, step.high)
    sign = -1 if target.lower_is_better else 1
    if sign * (worst - stands.goal) >= 0:
        return Verdict.LIKELY
    return Verdict.OPEN if sign * (best - stands.goal) >= 0 else Verdict.UNLIKELY


def _is_last_day(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1
