"""The head gives a report back to whoever filled it in."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance
from nentang.measure.reporting.errors import ReasonMissing
from nentang.measure.reporting.models import Report
from nentang.measure.reporting.permissions import check_signs
from nentang.measure.reporting.queries import report_to_change

from ._write_down import write_down


def hand_back(*, code: str, reason: str, actor: Actor, at: datetime) -> Report:
    """The report, open again. Raises ReasonMissing, NotYourReport, StepNotPossible."""
    if not reason.strip():
        raise ReasonMissing
    with transaction.atomic():
        report = report_to_change(code)
        check_signs(actor, report)
        advance(report, "hand_back", actor=actor, at=at, note=reason.strip())
        write_down(report, "hand_back", actor=actor, at=at)
    return report
