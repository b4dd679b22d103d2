"""What a data subject may ask on a day, by when it is answered, and what may be erased on request."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, Rule, load_law

FOLDER = Path(__file__).parents[1] / "law"


class Answering(Frozen):
    """Kinds of requests, and the time to answer: working days or hours, or none that the law names."""

    kinds: tuple[str, ...]
    working_days: int | None
    hours: int | None


def answering_on(day: date) -> Rule[Answering]:
    """What holds on that day; NothingInForce before July 2016."""
    return _answering().rule_on(day)


def erasable_on(day: date) -> frozenset[str]:
    """Fields (`forms.Draft.answers`) that go because their person asks."""
    return _erasable().in_force(on=day)


@cache
def _answering() -> Law[Answering]:
    return load_law(FOLDER / "answering.yaml", _parsed)


@cache
def _erasable() -> Law[frozenset[str]]:
    return load_law(FOLDER / "erasure_on_request.yaml", lambda value: frozenset(value["fields"]))


def _parsed(value: Mapping[str, Any]) -> Answering:
    return Answering(tuple(value["kinds"]), value.get("working_days"), value.get("hours"))
