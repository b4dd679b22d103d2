"""Which tasks have a rung of the ladder of reminders before them."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef

from nentang.measure.tasks.enums import Rung
from nentang.measure.tasks.models import Task, TaskReminder
from nentang.measure.tasks.rules.tracking import tracking_on


def to_be_told(rung: Rung, *, today: date, limit: int) -> list[Task]:
    """Tasks without a result for which that rung was not climbed yet, the oldest first."""
    climbed = TaskReminder.objects.filter(task=OuterRef("pk"), rung=rung)
    rows = Task.objects.filter(reported_on=None, accepted_on=None).filter(~Exists(climbed))
    rule = tracking_on(today).value
    if rung is Rung.SOON:
        until = today + timedelta(days=rule.soon_days)
        rows = rows.filter(due_on__gte=today, due_on__lte=until)
    elif rung is Rung.VERY_LATE:
        rows = rows.filter(due_on__lt=today - timedelta(days=rule.very_late_days))
    return list(rows.order_by("due_on", "pk")[:limit])
