"""How long a file is kept that nothing names."""

from datetime import date
from functools import cache
from pathlib import Path

from nentang.kernel.law import Law, Rule, load_law

LAW = Path(__file__).parents[1] / "law" / "unnamed_files.yaml"


def unnamed_days_on(day: date) -> Rule[int]:
    """Days after it was given, by what holds on that day."""
    return _law().rule_on(day)


@cache
def _law() -> Law[int]:
    return load_law(LAW, lambda value: int(value["days"]))
