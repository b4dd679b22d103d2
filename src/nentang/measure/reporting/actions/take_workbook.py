"""Take what stands in the clerk's workbook, or in an SDMX-CSV file of the body's own system, as the draft."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.measure.reporting.adapters.sdmx import report_area
from nentang.measure.reporting.adapters.sdmx_csv import taken_csv
from nentang.measure.reporting.adapters.workbook import Taken, taken
from nentang.measure.reporting.models import Report
from nentang.measure.reporting.permissions import check_fills
from nentang.measure.reporting.queries import find_report, period_of, regime_of

from ._filling import check_open
from .save_draft import save_draft

ARCHIVE = b"PK"


def take_workbook(
    *, code: str, content: bytes, draft_version: int, actor: Actor, at: datetime
) -> Report:
    """The report with the draft of the file; one with a wrong cell changes nothing.

    A workbook replaces the whole draft; SDMX-CSV the cells that it has, and never the explanation.

    Raises WorkbookTooLarge, WorkbookUnreadable, WorkbookForeign, WorkbookBroken, and what save_draft raises.
    """
    report = find_report(code)
    check_fills(actor, report)
    check_open(report)
    found = _taken(report, content)
    return save_draft(
        code=code,
        typed=found.typed,
        remarks=found.remarks,
        draft_version=draft_version,
        actor=actor,
        at=at,
    )


def _taken(report: Report, content: bytes) -> Taken:
    regime = regime_of(report)
    if content.startswith(ARCHIVE):
        return taken(content, regime, report.code)
    areas = (report_area(report.code), report.unit_code)
    found = taken_csv(content, regime, period_of(report), [each for each in areas if each])
    kept = {name: value.replace(".", ",") for name, value in report.values.items()}
    return Taken({**kept, **found}, report.remarks)
