"""Which reports have a rung of the ladder of reminders before them."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef

from nentang.measure.reporting.enums import Rung
from nentang.measure.reporting.models import Reminder, Report

VERY_LATE_AFTER = timedelta(days=2)


def to_be_told(rung: Rung, *, at: datetime, limit: int) -> list[Report]:
    """Reports that were not filed and for which that rung was not climbed yet, the oldest first."""
    climbed = Reminder.objects.filter(report=OuterRef("pk"), rung=rung)
    waiting = Report.objects.filter(first_filed_at=None).filter(~Exists(climbed))
    if rung is Rung.VERY_LATE:
        waiting = waiting.filter(due_at__lt=at - VERY_LATE_AFTER)
    return list(waiting.select_related("case").order_by("due_at", "pk")[:limit])
