"""The assigner asks for a result."""

from datetime import datetime

from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.kernel.clock import legal_day
from nentang.measure.tasks.enums import Rung
from nentang.measure.tasks.errors import NothingToRemind, RemindedToday
from nentang.measure.tasks.models import Task, TaskReminder
from nentang.measure.tasks.permissions import check_judges
from nentang.measure.tasks.queries import find_task
from nentang.measure.tasks.registry import BY_HAND, DOING

from ._write import tell, write_down


def remind_lead(*, code: str, actor: Actor, at: datetime) -> Task:
    """The task; whoever does it is told, once a day at most.

    Raises TaskNotFound, NotYourTask, NothingToRemind, RemindedToday.
    """
    task = find_task(code)
    check_judges(actor, task)
    if task.reported_on is not None:
        raise NothingToRemind
    try:
        with transaction.atomic():
            TaskReminder.objects.create(
                task=task, rung=Rung.BY_HAND, on_day=legal_day(at), reminded_at=at
            )
            tell(task, BY_HAND, task.lead_id, *DOING, at=at)
            write_down(task, "remind_lead", actor=actor, at=at)
    except IntegrityError:
        raise RemindedToday from None
    return task
