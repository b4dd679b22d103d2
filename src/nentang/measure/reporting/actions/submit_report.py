"""Submit a report to the head for signature."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance
from nentang.measure.reporting.models import Report
from nentang.measure.reporting.permissions import check_fills
from nentang.measure.reporting.queries import report_to_change
from nentang.measure.reporting.rules.cells import as_text

from ._check import check_complete
from ._filling import check_open
from ._write_down import write_down


def submit_report(*, code: str, actor: Actor, at: datetime) -> Report:
    """The report, complete and without contradiction, with the head.

    Raises ReportNotFound, NotYourReport, NotOpenForFilling, ReportIncomplete, ChangedMeanwhile.
    """
    with transaction.atomic():
        report = report_to_change(code)
        check_fills(actor, report)
        check_open(report)
        values = check_complete(report)
        advance(
            report,
            "submit",
            actor=actor,
            at=at,
            values=as_text(values),
            submitted_by_id=actor.account_id,
        )
        write_down(report, "submit_report", actor=actor, at=at)
    return report
