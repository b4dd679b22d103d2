"""What a body says of a target of its own: read from a form, checked, kept as a version."""

import re
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Any

import msgspec

from nentang.kernel.frozen import Frozen
from nentang.measure.programme.enums import Course, Direction, FaultKind, Measure

from .path import Baseline

YEARS = tuple(range(2020, 2031))
LONGEST = {"name": 200, "definition": 2000, "baseline_source": 300, "office": 120, "backup": 120, "act": 300}  # fmt: skip
CHOICES = {"unit": Measure.values, "better": Direction.values, "course": Course.values}
NUMBERS = ("baseline", "ceiling")
DAYS = ("baseline_on",)
NEEDED = ("name", "unit", "better", "course", "office", "backup", "act")
FIELDS = (*LONGEST, *CHOICES, *NUMBERS, *DAYS, "indicator", *(f"goal_{year}" for year in YEARS))
LONGEST_FIELD = 2000
LARGEST = 10**15
_GROUPED = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?", re.ASCII)
_PLAIN = re.compile(r"-?\d{1,15}([.,]\d{1,6})?", re.ASCII)


class Terms(Frozen):
    """A target as it is published; `indicator` is empty where values are reported."""

    name: str
    definition: str
    indicator: str
    unit: str
    lower_is_better: bool
    course: str
    goals: dict[int, float]
    baseline: Baseline | None
    ceiling: float | None
    office: str
    backup: str
    act: str


Faults = dict[str, FaultKind]


def read_number(typed: str) -> float | None:
    """`1.234`, `1.234,5`, `12,5` and `12.5` as numbers; None for anything else."""
    text = "".join(typed[:40].split())
    if _GROUPED.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    elif not _PLAIN.fullmatch(text):
        return None
    value = float(text.replace(",", "."))
    return value if abs(value) <= LARGEST else None


def read_terms(
    typed: Mapping[str, str], *, today: date, indicators: Mapping[str, str]
) -> tuple[Terms | None, Faults]:
    """The terms, or every fault by field. `indicators` are the units of those that may be chosen."""
    faults = _plain_faults(typed, today, indicators)
    if faults:
        return None, faults
    terms = _terms(typed)
    faults = _faults_together(terms, today)
    return (None if faults else terms), faults


def as_kept(terms: Terms) -> dict[str, Any]:
    """The terms as JSON keeps them."""
    kept: dict[str, Any] = msgspec.to_builtins(terms, str_keys=True)
    return kept


def from_kept(kept: Mapping[str, Any]) -> Terms:
    """The terms of a version."""
    return msgspec.convert(kept, Terms, strict=False, str_keys=True)


def _plain_faults(typed: Mapping[str, str], today: date, known: Mapping[str, str]) -> Faults:
    """What is wrong with single fields."""
    said = {name: typed.get(name, "").strip() for name in FIELDS}
    faults: Faults = {name: FaultKind.MISSING for name in NEEDED if not said[name]}
    for name, offered in CHOICES.items():
        if said[name] and said[name] not in offered:
            faults[name] = FaultKind.NOT_OFFERED
    for name in (*NUMBERS, *(f"goal_{year}" for year in YEARS)):
        if said[name] and read_number(said[name]) is None:
            faults[name] = FaultKind.NOT_NUMBER
    if said["baseline_on"] and _day(said["baseline_on"], today) is None:
        faults["baseline_on"] = FaultKind.NOT_DAY
    if said["baseline"] and not (said["baseline_on"] and said["baseline_source"]):
        faults.setdefault("baseline_on", FaultKind.NO_BASELINE_DAY)
    if said["indicator"]:
        if said["indicator"] not in known:
            faults["indicator"] = FaultKind.NOT_OFFERED
        elif said["unit"] and known[said["indicator"]] != said["unit"]:
            faults["indicator"] = FaultKind.UNIT_DIFFERS
    elif not said["definition"]:
        faults["definition"] = FaultKind.MISSING
    return faults


def _terms(typed: Mapping[str, str]) -> Terms:
    said = {name: typed.get(name, "").strip()[: LONGEST.get(name, LONGEST_FIELD)] for name in FIELDS}  # fmt: skip
    value, day = read_number(said["baseline"]), said["baseline_on"]
    baseline = None
    if value is not None and day:
        baseline = Baseline(value, date.fromisoformat(day), said["baseline_source"])
    goals = {year: read_number(said[f"goal_{year}"]) for year in YEARS}
    return Terms(
        name=said["name"],
        definition=said["definition"],
        indicator=said["indicator"],
        unit=said["unit"],
        lower_is_better=said["better"] == Direction.LOWER,
        course=said["course"],
        goals={year: goal for year, goal in goals.items() if goal is not None},
        baseline=baseline,
        ceiling=read_number(said["ceiling"]) if said["ceiling"] else None,
        office=said["office"],
        backup=said["backup"],
        act=said["act"],
    )


def _faults_together(terms: Terms, today: date) -> Faults:
    """What contradicts something else."""
    if not any(year >= today.year for year in terms.goals):
        return {f"goal_{today.year}": FaultKind.NO_GOAL}
    faults: Faults = {}
    values = {f"goal_{year}": goal for year, goal in terms.goals.items()}
    if terms.baseline:
        values["baseline"] = terms.baseline.value
    for name, value in values.items():
        if terms.unit == Measure.PERCENT and not 0 <= value <= 100:
            faults[name] = FaultKind.NOT_SHARE
        elif terms.ceiling is not None and value > terms.ceiling:
            faults[name] = FaultKind.ABOVE_CEILING
    sign = -1 if terms.lower_is_better else 1
    for (_year, before), (year, after) in pairwise(sorted(terms.goals.items())):
        if sign * (after - before) < 0:
            faults.setdefault(f"goal_{year}", FaultKind.WRONG_WAY)
    return faults


def _day(text: str, today: date) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if date(2000, 1, 1) <= day <= today else None
