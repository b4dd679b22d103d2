"""The terms of the one-stop shop: supplements and second appointments."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, load_law

LAW = Path(__file__).parents[1] / "law" / "one_stop.yaml"


class OneStop(Frozen):
    """Working days after reception within which supplements are asked; how an answer counts.

    `apology_before_days`: working days before the due time by which an apology is written.
    `clock_restarts`: the whole time for the dossier begins anew once it was supplemented.
    """

    supplement_within_days: int
    apology_before_days: int
    clock_restarts: bool


def one_stop_on(day: date) -> OneStop:
    """The terms in force on that day; NothingInForce before the one-stop shop."""
    return _law().in_force(on=day)


@cache
def _law() -> Law[OneStop]:
    return load_law(LAW, _terms)


def _terms(value: Mapping[str, Any]) -> OneStop:
    return OneStop(**value)
