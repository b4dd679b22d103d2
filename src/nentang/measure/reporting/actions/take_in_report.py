"""The body above takes a report in."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance
from nentang.foundation.outbox.public import publish
from nentang.measure.reporting.enums import Standing
from nentang.measure.reporting.events import ReportTakenIn
from nentang.measure.reporting.models import Report
from nentang.measure.reporting.permissions import check_takes
from nentang.measure.reporting.queries import report_to_change

from ._write_down import write_down


def take_in_report(*, code: str, actor: Actor, at: datetime) -> Report:
    """The report, done. Raises NotYourReport, StepNotPossible, ChangedMeanwhile."""
    with transaction.atomic():
        report = report_to_change(code)
        check_takes(actor, report)
        advance(report, "take_in", actor=actor, at=at)
        report.versions.filter(number=report.counted or 0).update(
            standing=Standing.TAKEN_IN, settled_at=at
        )
        publish(
            ReportTakenIn(
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
        write_down(report, "take_in_report", actor=actor, at=at)
    return report
