"""Law as data: when to remind of a task, and what was reported of committees and plans."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, Rule, load_law

LAW = Path(__file__).parents[1] / "law"


class Tracking(Frozen):
    """Days before the deadline on which the lead body is reminded, and days after it on which the assigner hears."""

    soon_days: int
    very_late_days: int


class Reported(Frozen):
    """What somebody said of the bodies of a level: how many there are, with a committee, with a plan."""

    bodies: int
    committees: int
    plans: int


def tracking_on(day: date) -> Rule[Tracking]:
    """The rule that holds on that day, or the first one for a day before."""
    law = _tracking()
    return law.rule_on(max(day, law.rules[0].period.valid_from))


@cache
def _tracking() -> Law[Tracking]:
    return load_law(LAW / "tracking.yaml", lambda value: Tracking(**value))


@cache
def steering_reported() -> Rule[Mapping[str, Reported]]:
    """What was reported, by level."""
    return load_law(LAW / "steering_reported.yaml", _reported).rules[-1]


def _reported(value: Mapping[str, Any]) -> Mapping[str, Reported]:
    return {level: Reported(**said) for level, said in value.items()}
