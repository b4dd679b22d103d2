"""Reads of reports, sums and the burden."""

from .bodies import above_of, bodies_by_level, bodies_without
from .figures import figures
from .lists import (
    BOARD_STATES,
    DueReports,
    below,
    counts_below,
    due_for_bodies,
    due_reports,
    filed_by,
    periods_of,
    regimes_filed_since,
    reports_of,
    waiting_count,
)
from .other_units import Split, pieces_under
from .reminders import to_be_told
from .reports import (
    find_report,
    is_filed,
    own_key,
    period_of,
    regime_of,
    report_to_change,
    rule_of,
    values_before,
    version_of,
    version_of_key,
    versions_of,
)
from .sums import NATION, Piece, add_up, find_sum, node_above, parent_node, pieces_of, stale_sums

__all__ = [
    "BOARD_STATES",
    "NATION",
    "DueReports",
    "Piece",
    "Split",
    "above_of",
    "add_up",
    "below",
    "bodies_by_level",
    "bodies_without",
    "counts_below",
    "due_for_bodies",
    "due_reports",
    "figures",
    "filed_by",
    "find_report",
    "find_sum",
    "is_filed",
    "node_above",
    "own_key",
    "parent_node",
    "period_of",
    "periods_of",
    "pieces_of",
    "pieces_under",
    "regime_of",
    "regimes_filed_since",
    "report_to_change",
    "reports_of",
    "rule_of",
    "stale_sums",
    "to_be_told",
    "values_before",
    "version_of",
    "version_of_key",
    "versions_of",
    "waiting_count",
]
