"""Reads of the index: what is counted, what was published, rounds and sheets."""

from .computed import Measured, bodies_with_sheets, computed_below, computed_of, evidence_url
from .published import Known, published_of
from .rounds import (
    current_publication,
    find_round,
    find_sheet,
    latest_publication,
    latest_result,
    proposal_of,
    results_of,
    rounds,
    sheets_of,
)
from .sheets import Line, lines_of, report_of, tree_of

__all__ = [
    "Known",
    "Line",
    "Measured",
    "bodies_with_sheets",
    "computed_below",
    "computed_of",
    "current_publication",
    "evidence_url",
    "find_round",
    "find_sheet",
    "latest_publication",
    "latest_result",
    "lines_of",
    "proposal_of",
    "published_of",
    "report_of",
    "results_of",
    "rounds",
    "sheets_of",
    "tree_of",
]
