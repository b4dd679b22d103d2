"""How long a person may complain, and how long an office has, as the law held on a day."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from nentang.government.complaints.enums import Difficulty, Instance
from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, Rule, load_law

LAW = Path(__file__).parents[1] / "law"
TERMS = {Instance.FIRST: "first_terms.yaml", Instance.SECOND: "second_terms.yaml"}


class Terms(Frozen):
    """Days of the calendar from acceptance to the decision."""

    plain: int
    complex: int
    remote: int
    remote_complex: int

    def days(self, difficulty: Difficulty) -> int:
        """The days of a matter of that difficulty."""
        found: int = getattr(self, difficulty.value)
        return found


def complaint_days_on(day: date) -> Rule[int]:
    """Days to complain, counted from the receipt of the decision, as they held on its day."""
    return _days_of("time_limit.yaml").rule_on(day)


def acceptance_days_on(day: date) -> Rule[int]:
    """Days within which a complaint received on that day is accepted or refused."""
    return _days_of("acceptance.yaml").rule_on(day)


def resolution_terms_on(day: date, instance: Instance) -> Rule[Terms]:
    """How long a complaint accepted on that day may take."""
    return _terms_of(TERMS[instance]).rule_on(day)


def second_days_on(day: date, difficulty: Difficulty) -> int:
    """Days to complain a second time, counted from the first decision or from the end of its term."""
    is_remote = difficulty in (Difficulty.REMOTE, Difficulty.REMOTE_COMPLEX)
    return _second().in_force(on=day)["remote" if is_remote else "plain"]


@cache
def _days_of(file: str) -> Law[int]:
    return load_law(LAW / file, _days)


@cache
def _terms_of(file: str) -> Law[Terms]:
    return load_law(LAW / file, _terms)


@cache
def _second() -> Law[dict[str, int]]:
    return load_law(LAW / "second_limit.yaml", lambda value: {k: int(v) for k, v in value.items()})


def _days(value: Mapping[str, Any]) -> int:
    return int(value["days"])


def _terms(value: Mapping[str, Any]) -> Terms:
    return Terms(**{name: int(days) for name, days in value.items()})
