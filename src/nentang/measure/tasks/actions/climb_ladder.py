"""Tell those concerned of tasks that were assigned, are due soon or very late, once each."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.kernel.clock import legal_day
from nentang.measure.tasks.enums import Rung
from nentang.measure.tasks.models import Task, TaskReminder
from nentang.measure.tasks.queries import to_be_told
from nentang.measure.tasks.registry import ASSIGNED, DOING, HEADS, SOON, VERY_LATE

from ._write import tell

LADDER = (Rung.ASSIGNED, Rung.SOON, Rung.VERY_LATE)


def climb_ladder(*, at: datetime, limit: int = 500) -> int:
    """How many rungs were climbed. Between soon and very late casework tells of what is nearly due and overdue."""
    climbed = 0
    for rung in LADDER:
        for task in to_be_told(rung, today=legal_day(at), limit=limit):
            with transaction.atomic():
                climbed += _climb(task, rung, at)
    if climbed:
        record(
            actor=SYSTEM,
            action="tasks.climb_ladder",
            subject="assigned_tasks",
            details={"rungs": climbed},
            at=at,
        )
    return climbed


def _climb(task: Task, rung: Rung, at: datetime) -> int:
    _rung, is_new = TaskReminder.objects.get_or_create(
        task=task, rung=rung, defaults={"on_day": legal_day(at), "reminded_at": at}
    )
    if not is_new:
        return 0
    if rung is Rung.VERY_LATE:
        tell(task, VERY_LATE, task.lead_id, *HEADS, at=at)
        if task.assigner_id != task.lead_id:
            tell(task, VERY_LATE, task.assigner_id, *HEADS, at=at)
        return 1
    tell(task, ASSIGNED if rung is Rung.ASSIGNED else SOON, task.lead_id, *DOING, at=at)
    return 1
