"""Reads of the measure: a unit's figures, its trend, its parts, and the facts behind them."""

from .facts import FactPage, fact_page
from .maps import province_map
from .trees import Tree, forget_trees, kept_trees, places_in, tree_on
from .values import (
    Part,
    counted_between,
    default_indicator,
    find_indicator,
    latest_computation,
    monthly_parts,
    months_of,
    parts,
    parts_of,
    value_of,
    values_of,
)
from .words import definition_of, in_english, symbol, title_of

__all__ = [
    "FactPage",
    "Part",
    "Tree",
    "counted_between",
    "default_indicator",
    "definition_of",
    "fact_page",
    "find_indicator",
    "forget_trees",
    "in_english",
    "kept_trees",
    "latest_computation",
    "monthly_parts",
    "months_of",
    "parts",
    "parts_of",
    "places_in",
    "province_map",
    "symbol",
    "title_of",
    "tree_on",
    "value_of",
    "values_of",
]
