"""The assigner refuses more time, with a reason."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.outbox.public import publish
from nentang.measure.tasks.enums import Answer
from nentang.measure.tasks.errors import NothingAsked, ReasonMissing
from nentang.measure.tasks.events import ExtensionAnswered
from nentang.measure.tasks.models import Task
from nentang.measure.tasks.permissions import check_grants
from nentang.measure.tasks.queries import task_to_change, waiting_extension

from ._extension import answer
from ._write import write_down


@transaction.atomic
def refuse_extension(*, code: str, reason: str, actor: Actor, at: datetime) -> Task:
    """The task with the deadline it had. Raises TaskNotFound, NotYourTask, ReasonMissing, NothingAsked."""
    task = task_to_change(code)
    check_grants(actor, task)
    if not reason.strip():
        raise ReasonMissing
    extension = waiting_extension(task)
    if extension is None:
        raise NothingAsked
    answer(extension, Answer.REFUSED, reason, at)
    publish(
        ExtensionAnswered(
            task.pk,
            task.code,
            task.lead_id,
            task.assigner_id,
            False,
            f"{task.due_on or extension.former_due_on}",
        ),
        at=at,
        key=task.code,
    )
    write_down(task, "refuse_extension", actor=actor, at=at)
    return task
