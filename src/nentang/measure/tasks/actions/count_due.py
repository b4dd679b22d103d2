"""Count the tasks whose deadline passed without a result, once each."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.casework.public import keep
from nentang.foundation.facts.public import record_fact
from nentang.kernel.clock import legal_day
from nentang.measure.tasks.indicators import FELL_DUE
from nentang.measure.tasks.models import Task
from nentang.measure.tasks.queries import fallen_due


def count_due(*, at: datetime, limit: int = 500) -> int:
    """How many fell due; each leaves a fact. One that waits for an extension is counted once it is answered."""
    found = 0
    for task in fallen_due(legal_day(at), limit):
        with transaction.atomic():
            found += _count(task.pk, at)
    if found:
        record(
            actor=SYSTEM,
            action="tasks.count_due",
            subject="assigned_tasks",
            details={"tasks": found},
            at=at,
        )
    return found


def _count(task_id: int, at: datetime) -> int:
    task = Task.objects.select_for_update().get(pk=task_id)
    if task.counted_due_on is not None or task.due_on is None:
        return 0
    record_fact(
        FELL_DUE,
        at=at,
        organization_id=task.lead_id,
        unit_code=task.unit_code,
        level=task.level,
        counted_on=task.due_on,
    )
    keep(task, counted_due_on=task.due_on)
    return 1
