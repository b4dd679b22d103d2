"""One target in time: what was, what its path asks for, where it goes."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from nentang.kernel.frozen import Frozen
from nentang.measure.programme.rules.forecast import forecast
from nentang.measure.programme.rules.path import expected, milestones
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
    """A month to come: the middle, and between what it lies eight times of ten."""

    month: date
    value: float
    low: float
    high: float


class Outlook(Frozen):
    """`seen` are months (computed) or days (reported); `path` are baseline and goals; `asked` is what
    the path asks for today; `ahead` is empty where too little is known to forecast.
    """

    seen: tuple[Moment, ...]
    path: tuple[Moment, ...]
    asked: float | None
    ahead: tuple[Step, ...]
    verdict: Verdict


def outlook_of(target: Target, stands: Standing, months: Mapping[date, float], on: date) -> Outlook:
    """The outlook on that day; `months` are the values of its indicator month by month."""
    seen = [Moment(month, value) for month, value in sorted(months.items())]
    if not target.indicator:
        past = ((day, value) for day, value in sorted(target.reports.items()) if day <= on)
        seen = [Moment(day, value) for day, value in past]
    ahead = _ahead(target, seen, on) if target.indicator else ()
    stones = milestones(target.baseline, target.goals)
    return Outlook(
        seen=tuple(seen),
        path=tuple(Moment(*stone) for stone in stones),
        asked=expected(target.baseline, target.goals, target.course, on),
        ahead=ahead,
        verdict=_verdict(target, stands, ahead),
    )


def _ahead(target: Target, seen: list[Moment], on: date) -> tuple[Step, ...]:
    """From the last month that is over: one that still runs says little. Gaps end the past."""
    over = [m for m in seen if _month_after(m.on, 1) <= on or _is_last_day(on)]
    run: list[Moment] = []
    for moment in reversed(over):
        if run and _month_after(moment.on, 1) != run[-1].on:
            break
        run.append(moment)
    run.reverse()
    least, most = target.bounds
    found = forecast([m.value for m in run], least=least, most=most)
    return tuple(
        Step(_month_after(run[-1].on, each.months), each.value, each.low, each.high)
        for each in found
    )


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


def _month_after(month: date, count: int) -> date:
    number = 12 * month.year + month.month - 1 + count
    return date(number // 12, number % 12 + 1, 1)


def _is_last_day(day: date) -> bool:
    return day.toordinal() + 1 == _month_after(day, 1).toordinal()
