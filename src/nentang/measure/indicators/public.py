"""Door of the indicators."""

from .actions import compute_indicators, recompute_indicators
from .models import Computation
from .queries import (
    Tree,
    counted_between,
    default_indicator,
    definition_of,
    find_indicator,
    latest_computation,
    monthly_parts,
    months_of,
    parts_of,
    province_map,
    symbol,
    title_of,
    tree_on,
    value_of,
    values_of,
)
from .registry import Goal, Judgement, judge_with
from .rules.figures import bounds, months, shown, twelve_months_to
from .rules.geographies import Geography, day_of, differ
from .rules.rollup import Sum, lineage

__all__ = [
    "Computation",
    "Geography",
    "Goal",
    "Judgement",
    "Sum",
    "Tree",
    "bounds",
    "compute_indicators",
    "counted_between",
    "day_of",
    "default_indicator",
    "definition_of",
    "differ",
    "find_indicator",
    "judge_with",
    "latest_computation",
    "lineage",
    "monthly_parts",
    "months",
    "months_of",
    "parts_of",
    "province_map",
    "recompute_indicators",
    "shown",
    "symbol",
    "title_of",
    "tree_on",
    "twelve_months_to",
    "value_of",
    "values_of",
]
