"""What happens to a dossier when a complaint about it was right."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from nentang.government.services.enums import RedressKind
from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, Rule, load_law

LAW = Path(__file__).parents[1] / "law" / "redress.yaml"
STEPS: Mapping[tuple[RedressKind, str], str] = {
    (RedressKind.TAKE_IN, "not_accepted"): "take_in_anew",
    (RedressKind.DECIDE_ANEW, "stopped"): "reopen",
    (RedressKind.DECIDE_ANEW, "done"): "decide_anew",
    (RedressKind.DECIDE_ANEW, "returned"): "decide_anew",
}
OPEN = ("registered", "received", "processing", "deciding", "supplement", "financial")


class Terms(Frozen):
    """`clock_restarts`: a reopened dossier has the whole time of its procedure anew."""

    clock_restarts: bool


def redress_on(day: date) -> Rule[Terms]:
    """What holds on that day, with its source; NothingInForce before the Law on Complaints of 2011."""
    return _law().rule_on(day)


def reopening_step(kind: RedressKind, state: str) -> str | None:
    """The step that opens a dossier in that state again; None where it is not closed so."""
    return STEPS.get((kind, state))


@cache
def _law() -> Law[Terms]:
    return load_law(LAW, _terms)


def _terms(value: Mapping[str, Any]) -> Terms:
    if value["clock"] not in ("whole", "none"):
        raise ValueError(value["clock"])
    return Terms(clock_restarts=value["clock"] == "whole")
