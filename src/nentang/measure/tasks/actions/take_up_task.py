"""The lead body takes a task up and says which office answers for it."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance
from nentang.kernel.clock import legal_day
from nentang.measure.tasks.errors import OfficeMissing
from nentang.measure.tasks.models import Task
from nentang.measure.tasks.permissions import check_does
from nentang.measure.tasks.queries import task_to_change

from ._write import write_down


@transaction.atomic
def take_up_task(*, code: str, office: str, backup: str, actor: Actor, at: datetime) -> Task:
    """The task, being done, with the office that answers for it and the one in its place.

    Offices, not people. Raises TaskNotFound, NotYourTask, OfficeMissing, StepNotPossible.
    """
    task = task_to_change(code)
    check_does(actor, task)
    if not office.strip():
        raise OfficeMissing
    advance(
        task,
        "take_up",
        actor=actor,
        at=at,
        accountable_office=office.strip()[:120],
        backup_office=backup.strip()[:120],
        started_on=task.started_on or legal_day(at),
    )
    write_down(task, "take_up_task", actor=actor, at=at)
    return task
