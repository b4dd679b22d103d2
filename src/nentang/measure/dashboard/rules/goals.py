"""Goals of indicators that no target of the Programme has: what a law says of every single case, as dated law."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, Rule, load_law

LAW = Path(__file__).parents[1] / "law" / "goals.yaml"


class Said(Frozen):
    """A text in both languages."""

    vi: str
    en: str


class CaseGoal(Frozen):
    """An indicator every case of which is to be in order, so that the goal is all of them.

    `things` are what is counted; `split` is a field of its facts by which a place without parts is cut.
    """

    indicator: str
    goal: float
    basis: Said
    things: Said
    split: str = ""


def parse_goals(value: Mapping[str, Any]) -> tuple[CaseGoal, ...]:
    """The goals in one rule of the law file."""
    return tuple(
        CaseGoal(
            entry["indicator"],
            float(entry["goal"]),
            Said(**entry["basis"]),
            Said(**entry["things"]),
            entry.get("split", ""),
        )
        for entry in value["goals"]
    )


@cache
def goals() -> Law[tuple[CaseGoal, ...]]:
    """All of them as dated law."""
    return load_law(LAW, parse_goals)


def goals_on(day: date) -> Rule[tuple[CaseGoal, ...]]:
    """What holds on that day."""
    return goals().rule_on(max(day, goals().rules[0].period.valid_from))


def goal_of(indicator: str, day: date) -> CaseGoal | None:
    """The goal of an indicator on that day."""
    return next((each for each in goals_on(day).value if each.indicator == indicator), None)
