"""Tell those concerned of reports that were opened or are very late, once each."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.kernel.clock import legal_day
from nentang.measure.reporting.enums import Rung
from nentang.measure.reporting.models import Reminder, Report
from nentang.measure.reporting.queries import to_be_told
from nentang.measure.reporting.registry import FILLING, OPENED, SIGNING, VERY_LATE

from ._tell import tell


def climb_ladder(*, at: datetime, limit: int = 500) -> int:
    """How many rungs were climbed: who fills it in hears of its opening, the heads above when it is very late.

    Between the two casework tells of what is nearly due and overdue.
    """
    climbed = 0
    for rung in (Rung.OPENED, Rung.VERY_LATE):
        for report in to_be_told(rung, at=at, limit=limit):
            with transaction.atomic():
                climbed += _climb(report, rung, at)
    if climbed:
        record(
            actor=SYSTEM,
            action="reporting.climb_ladder",
            subject="reports",
            details={"rungs": climbed},
            at=at,
        )
    return climbed


def _climb(report: Report, rung: Rung, at: datetime) -> int:
    _rung, is_new = Reminder.objects.get_or_create(
        report=report, rung=rung, defaults={"on_day": legal_day(at), "reminded_at": at}
    )
    if not is_new:
        return 0
    if rung is Rung.OPENED:
        tell(report, OPENED, report.organization_id, *FILLING, at=at)
        return 1
    tell(report, VERY_LATE, report.organization_id, *SIGNING, at=at)
    if report.above_id is not None:
        tell(report, VERY_LATE, report.above_id, *SIGNING, at=at)
    return 1
