"""What the law, or in its place the platform, sets: the smallest group that is told, and the term of an answer."""

from datetime import date
from functools import cache
from pathlib import Path

from nentang.kernel.law import Law, Rule, load_law

LAW = Path(__file__).parents[1] / "law"


def smallest_group_on(day: date) -> Rule[int]:
    """How many must be in a group that is told."""
    return _number("smallest_group.yaml", "smallest").rule_on(day)


def answer_days_on(day: date) -> Rule[int]:
    """Working days within which a request of that day is answered."""
    return _number("request_term.yaml", "working_days").rule_on(day)


@cache
def _number(file: str, name: str) -> Law[int]:
    return load_law(LAW / file, lambda value: int(value[name]))
