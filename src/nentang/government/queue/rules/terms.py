"""The terms of calling and the grounds for being called first, as dated data."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, Rule, load_law

LAW = Path(__file__).parents[1] / "law"


class Terms(Frozen):
    """How people are called; `law/calling.yaml` says what each number means."""

    priority_in_a_row: int
    returns: int
    promised_minutes: int
    usual_minutes: int
    opens_before_minutes: int


class Ground(Frozen):
    """Why somebody is called first."""

    code: str
    vi: str
    en: str


def terms_on(day: date) -> Terms:
    """The terms in force on that day."""
    return _terms().in_force(on=day)


def grounds_on(day: date) -> Rule[tuple[Ground, ...]]:
    """The grounds in force on that day, with where they are written."""
    return _grounds().rule_on(day)


@cache
def _terms() -> Law[Terms]:
    return load_law(LAW / "calling.yaml", lambda value: Terms(**value))


@cache
def _grounds() -> Law[tuple[Ground, ...]]:
    return load_law(LAW / "priority.yaml", _parse)


def _parse(value: Mapping[str, Any]) -> tuple[Ground, ...]:
    return tuple(Ground(**each) for each in value["grounds"])
