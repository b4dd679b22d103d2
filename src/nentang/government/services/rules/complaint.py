"""How long an applicant may complain about a decision."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from nentang.kernel.law import Law, Rule, load_law

LAW = Path(__file__).parents[1] / "law" / "complaint.yaml"


def complaint_days_on(day: date) -> Rule[int]:
    """Days to complain, counted from the receipt of the decision, as they held on its day."""
    return _law().rule_on(day)


@cache
def _law() -> Law[int]:
    return load_law(LAW, _days)


def _days(value: Mapping[str, Any]) -> int:
    return int(value["days"])
