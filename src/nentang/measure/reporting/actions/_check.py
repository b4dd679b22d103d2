"""Whether the draft can be filed as it stands."""

from decimal import Decimal

from nentang.measure.reporting.errors import ReportIncomplete
from nentang.measure.reporting.models import Report
from nentang.measure.reporting.queries import regime_of, values_before
from nentang.measure.reporting.rules.cells import as_numbers, computed, faults_of


def check_complete(report: Report) -> dict[str, Decimal]:
    """The values with all formulas; ReportIncomplete names every cell that is wrong."""
    regime = regime_of(report)
    values = computed(regime, as_numbers(report.values))
    before, known = values_before(report), as_numbers(report.known)
    is_explained = bool(report.remarks.strip())
    found = faults_of(regime, values, before, known, is_explained=is_explained)
    if found:
        fields: dict[str, list[str]] = {}
        for fault in found:
            fields.setdefault(fault.cell, []).append(str(fault.kind))
        raise ReportIncomplete(fields=fields, count=len(found))
    return values
