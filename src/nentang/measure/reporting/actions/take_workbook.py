"""Take what stands in the clerk's workbook as the draft."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.measure.reporting.adapters.workbook import taken
from nentang.measure.reporting.models import Report
from nentang.measure.reporting.permissions import check_fills
from nentang.measure.reporting.queries import find_report, regime_of

from ._filling import check_open
from .save_draft import save_draft


def take_workbook(
    *, code: str, content: bytes, draft_version: int, actor: Actor, at: datetime
) -> Report:
    """The report with the draft of the workbook; a file with one wrong cell changes nothing.

    Raises WorkbookTooLarge, WorkbookUnreadable, WorkbookForeign, WorkbookBroken, and what save_draft raises.
    """
    report = find_report(code)
    check_fills(actor, report)
    check_open(report)
    found = taken(content, regime_of(report), report.code)
    return save_draft(
        code=code,
        typed=found.typed,
        remarks=found.remarks,
        draft_version=draft_version,
        actor=actor,
        at=at,
    )
