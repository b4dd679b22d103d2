"""The body above returns a report; it counts in no sum until it is filed anew."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance, forward_case
from nentang.foundation.outbox.public import publish
from nentang.measure.reporting.enums import Standing
from nentang.measure.reporting.errors import ReasonMissing
from nentang.measure.reporting.events import ReportReturned
from nentang.measure.reporting.models import Report
from nentang.measure.reporting.permissions import check_takes
from nentang.measure.reporting.queries import report_to_change

from ._write_down import write_down


def return_report(*, code: str, reason: str, actor: Actor, at: datetime) -> Report:
    """The report, back with the body that filed it. Raises ReasonMissing, NotYourReport, StepNotPossible."""
    if not reason.strip():
        raise ReasonMissing
    with transaction.atomic():
        report = report_to_change(code)
        check_takes(actor, report)
        number = report.counted or 0
        advance(report, "return", actor=actor, at=at, note=reason.strip(), counted=None)
        forward_case(
            case=report.case,
            organization_id=report.organization_id,
            note=reason.strip(),
            actor=actor,
            at=at,
        )
        report.versions.filter(number=number).update(
            standing=Standing.RETURNED, settled_at=at, reason=reason.strip()[:2000]
        )
        _tell(report, at)
        write_down(report, "return_report", actor=actor, at=at)
    return report


def _tell(report: Report, at: datetime) -> None:
    publish(
        ReportReturned(
            report.pk,
            report.code,
            report.regime,
            report.period,
            report.unit_code,
            report.organization_id,
        ),
        at=at,
        key=report.code,
    )
