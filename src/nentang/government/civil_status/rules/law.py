"""The law data of civil status by day."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, NothingInForce, Rule, load_law

LAW = Path(__file__).parents[1] / "law"


class MarriageAge(Frozen):
    """Full years at which one may marry."""

    man: int
    woman: int


def _days(value: Mapping[str, Any]) -> int:
    return int(value["days"])


@cache
def birth_term_law() -> Law[int]:
    """Days within which a birth is registered."""
    return load_law(LAW / "birth_term.yaml", _days)


@cache
def death_term_law() -> Law[int]:
    """Days within which a death is registered."""
    return load_law(LAW / "death_term.yaml", _days)


@cache
def marriage_age_law() -> Law[MarriageAge]:
    """The age at which one may marry."""
    return load_law(LAW / "marriage_age.yaml", lambda value: MarriageAge(**value))


@cache
def kinship_law() -> Law[int]:
    """Generations from a common ancestor within which one may not marry."""
    return load_law(LAW / "kinship.yaml", lambda value: int(value["generations"]))


@cache
def one_marriage_law() -> Law[str]:
    """That nobody who is married marries."""
    return load_law(LAW / "one_marriage.yaml", lambda value: str(value["rule"]))


@cache
def volume_law() -> Law[int]:
    """Entries that a volume holds."""
    return load_law(LAW / "volumes.yaml", lambda value: int(value["entries"]))


@cache
def guardian_age_law() -> Law[int]:
    """Full years of a guardian."""
    return load_law(LAW / "guardian_age.yaml", lambda value: int(value["years"]))


def rule_on(law: Law[Any], day: date) -> Rule[Any] | None:
    """The rule of that day; None where the file knows none."""
    try:
        return law.rule_on(day)
    except NothingInForce:
        return None
