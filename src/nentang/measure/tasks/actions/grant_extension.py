"""The assigner grants more time; the first deadline stays to be seen."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import keep, set_term
from nentang.foundation.facts.public import record_fact
from nentang.foundation.outbox.public import publish
from nentang.measure.tasks.enums import Answer
from nentang.measure.tasks.errors import NothingAsked
from nentang.measure.tasks.events import ExtensionAnswered
from nentang.measure.tasks.indicators import EXTENSION_GRANTED
from nentang.measure.tasks.models import Task
from nentang.measure.tasks.permissions import check_grants
from nentang.measure.tasks.queries import task_to_change, waiting_extension

from ._extension import answer
from ._write import end_of, write_down


@transaction.atomic
def grant_extension(*, code: str, words: str, actor: Actor, at: datetime) -> Task:
    """The task with its new deadline. Raises TaskNotFound, NotYourTask, NothingAsked."""
    task = task_to_change(code)
    check_grants(actor, task)
    extension = waiting_extension(task)
    if extension is None or task.accepted_on is not None:
        raise NothingAsked
    keep(task, due_on=extension.until_on)
    set_term(case=task.case, due_at=end_of(extension.until_on), actor=actor, at=at)
    answer(extension, Answer.GRANTED, words, at)
    task.reminders.filter(rung__in=("soon", "very_late")).delete()
    days = (extension.until_on - extension.former_due_on).days
    publish(
        ExtensionAnswered(
            task.pk, task.code, task.lead_id, task.assigner_id, True, f"{extension.until_on}"
        ),
        at=at,
        key=task.code,
    )
    record_fact(
        EXTENSION_GRANTED,
        at=at,
        organization_id=task.lead_id,
        unit_code=task.unit_code,
        level=task.level,
        days=days,
    )
    write_down(task, "grant_extension", actor=actor, at=at, details={"days": days})
    return task
