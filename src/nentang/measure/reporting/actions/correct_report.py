"""Correct a report that was taken in: a new version is filed, the old one counts until then."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.casework.public import advance, due_for, forward_case, set_term
from nentang.measure.reporting.errors import ReasonMissing
from nentang.measure.reporting.models import Report
from nentang.measure.reporting.permissions import check_fills
from nentang.measure.reporting.queries import report_to_change

from ._write_down import write_down

WORKING_DAYS = 2


def correct_report(*, code: str, reason: str, actor: Actor, at: datetime) -> Report:
    """The report, open again for two working days. Raises ReasonMissing, NotYourReport, StepNotPossible."""
    if not reason.strip():
        raise ReasonMissing
    with transaction.atomic():
        report = report_to_change(code)
        check_fills(actor, report)
        advance(report, "correct", actor=actor, at=at, note=reason.strip())
        if report.case.holder_id != report.organization_id:
            forward_case(
                case=report.case,
                organization_id=report.organization_id,
                note=reason.strip(),
                actor=SYSTEM,
                at=at,
            )
        due_at = due_for(at, working_days=WORKING_DAYS) or at
        set_term(case=report.case, due_at=due_at, actor=actor, at=at)
        write_down(report, "correct_report", actor=actor, at=at)
    return report
