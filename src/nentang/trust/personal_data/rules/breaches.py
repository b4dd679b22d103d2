"""By when the authority is told of a breach."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, Rule, load_law

LAW = Path(__file__).parents[1] / "law" / "breach.yaml"


class Notice(Frozen):
    """Hours after the breach was found out, and whom to tell."""

    hours: int
    authority: str


def notice_on(day: date) -> Rule[Notice]:
    """What holds on that day; NothingInForce before July 2023."""
    return _law().rule_on(day)


@cache
def _law() -> Law[Notice]:
    return load_law(LAW, _parsed)


def _parsed(value: Mapping[str, Any]) -> Notice:
    return Notice(int(value["hours"]), value["authority"])
