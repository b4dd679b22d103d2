"""What counts as unusual, by dated data."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from nentang.kernel.clock import VIETNAM, at_local
from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, Rule, load_law

LAW = Path(__file__).parent / "law" / "signs.yaml"
LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


class Measure(Frozen):
    """From how many within how many minutes on it is a sign, where that is `times` as much as usual."""

    minutes: int
    least: int
    times: int = 0


class Signs(Frozen):
    """The measure of each sign; night lasts from `night_from` to `night_to`, Viet Nam's time."""

    measures: Mapping[str, Measure]
    night_from: time
    night_to: time


def is_sign(measure: Measure, count: int, usual: float) -> bool:
    """Whether so many are a sign, where so many a day are usual."""
    return count >= measure.least and count >= measure.times * usual


def night_around(at: datetime, signs: Signs) -> tuple[datetime, datetime] | None:
    """Beginning and end of the night in which the instant lies; None by day."""
    today = at.astimezone(VIETNAM).date()
    for begun in (today - timedelta(days=1), today):
        start = at_local(begun, signs.night_from)
        ended_on = begun + timedelta(days=signs.night_from >= signs.night_to)
        end = at_local(ended_on, signs.night_to)
        if start <= at < end:
            return start, end
    return None


def signs_on(day: date) -> Rule[Signs]:
    """What holds on that day."""
    return _law().rule_on(day)


def make_code(choose: Callable[[Sequence[str]], str]) -> str:
    """`CB-7K3M9QXA`."""
    return f"CB-{''.join(choose(LETTERS) for _ in range(8))}"


@cache
def _law() -> Law[Signs]:
    return load_law(LAW, _parsed)


def _parsed(value: Mapping[str, Any]) -> Signs:
    measures = {name: Measure(**each) for name, each in value["measures"].items()}
    night_from, night_to = (time.fromisoformat(value[name]) for name in ("night_from", "night_to"))
    return Signs(measures, night_from, night_to)
