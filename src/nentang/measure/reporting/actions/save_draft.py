"""Save what was typed into a report."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import keep
from nentang.measure.reporting.errors import DraftChanged, UnknownCell
from nentang.measure.reporting.models import Report
from nentang.measure.reporting.permissions import check_fills
from nentang.measure.reporting.queries import regime_of, report_to_change
from nentang.measure.reporting.rules.cells import as_text, computed, read_typed

from ._filling import check_open
from ._write_down import write_down

LONGEST_REMARKS = 2000


def save_draft(
    *,
    code: str,
    typed: Mapping[str, str],
    remarks: str,
    draft_version: int,
    actor: Actor,
    at: datetime,
) -> Report:
    """The report with what could be read of it; what could not is left out, and the page says so.

    `draft_version` is what the page was made from. Raises ReportNotFound, NotYourReport, NotOpenForFilling,
    DraftChanged, UnknownCell.
    """
    with transaction.atomic():
        report = report_to_change(code)
        check_fills(actor, report)
        check_open(report)
        if draft_version != report.draft_version:
            raise DraftChanged
        regime = regime_of(report)
        if unknown := sorted(set(typed) - {cell.id for cell in regime.cells}):
            raise UnknownCell(cell=unknown[0][:40])
        reading = read_typed(regime, typed)
        unreadable = {fault.cell for fault in reading.faults}
        kept = {name: each for name, each in reading.values.items() if name not in unreadable}
        keep(
            report,
            values=as_text(computed(regime, kept)),
            remarks=remarks.strip()[:LONGEST_REMARKS],
            draft_version=report.draft_version + 1,
            saved_at=at,
        )
        write_down(report, "save_draft", actor=actor, at=at)
    return report
