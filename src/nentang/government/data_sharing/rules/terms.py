"""How long a provider has to answer, and what is granted at once, as the law held on a day."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from nentang.kernel.law import Law, Rule, load_law

LAW = Path(__file__).parents[1] / "law"


def answer_days_on(day: date) -> Rule[int]:
    """Working days to answer a request that came in on that day."""
    return _days().rule_on(day)


def is_granted_at_once(sharing: str, day: date) -> bool:
    """Whether a request for data shared so needs no decision, as the law held on that day."""
    return sharing in _sharing().in_force(on=day)


@cache
def _days() -> Law[int]:
    return load_law(LAW / "answer_days.yaml", _number)


@cache
def _sharing() -> Law[frozenset[str]]:
    return load_law(LAW / "sharing.yaml", _at_once)


def _number(value: Mapping[str, Any]) -> int:
    return int(value["days"])


def _at_once(value: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(value["granted_at_once"])
