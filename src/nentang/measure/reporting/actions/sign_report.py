"""Sign a report and file it with the body above."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.measure.reporting.models import ReportVersion
from nentang.measure.reporting.permissions import check_signs
from nentang.measure.reporting.queries import report_to_change

from ._check import check_complete
from ._file import file_version
from ._write_down import write_down


def sign_report(*, code: str, actor: Actor, at: datetime) -> ReportVersion:
    """The version that was filed. Raises NotYourReport, ReportIncomplete, StepNotPossible, ChangedMeanwhile."""
    with transaction.atomic():
        report = report_to_change(code)
        check_signs(actor, report)
        version = file_version(report, check_complete(report), key=None, actor=actor, at=at)
        write_down(report, "sign_report", actor=actor, at=at, details={"version": version.number})
    return version
