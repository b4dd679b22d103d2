"""Door of the indicators."""

from .actions import compute_indicators, recompute_indicators
from .models import Computation
from .queries import (
    counted_between,
    default_indicator,
    find_indicator,
    latest_computation,
    province_map,
    value_of,
    values_of,
)
from .registry import Goal, Judgement, judge_with
from .rules.figures import twelve_months_to
from .rules.geographies import Geography, day_of, differ

__all__ = [
    "Computation",
    "Geography",
    "Goal",
    "Judgement",
    "compute_indicators",
    "counted_between",
    "day_of",
    "default_indicator",
    "differ",
    "find_indicator",
    "judge_with",
    "latest_computation",
    "province_map",
    "recompute_indicators",
    "twelve_months_to",
    "value_of",
    "values_of",
]
