"""The lead body says that another office answers for a task from now on."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import keep
from nentang.measure.tasks.errors import OfficeMissing
from nentang.measure.tasks.models import Task
from nentang.measure.tasks.permissions import check_does
from nentang.measure.tasks.queries import task_to_change

from ._write import write_down


@transaction.atomic
def name_office(*, code: str, office: str, backup: str, actor: Actor, at: datetime) -> Task:
    """The task with its offices. TaskNotFound, NotYourTask, OfficeMissing."""
    task = task_to_change(code)
    check_does(actor, task)
    if not office.strip():
        raise OfficeMissing
    keep(task, accountable_office=office.strip()[:120], backup_office=backup.strip()[:120])
    write_down(task, "name_office", actor=actor, at=at)
    return task
