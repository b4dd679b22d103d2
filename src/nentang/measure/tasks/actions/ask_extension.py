"""The lead body asks for more time, before the deadline passes."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.kernel.clock import legal_day
from nentang.measure.tasks.errors import (
    AlreadyAsked,
    NoDeadline,
    NotLater,
    ReasonMissing,
    TooLateToAsk,
)
from nentang.measure.tasks.models import Extension, Task
from nentang.measure.tasks.permissions import check_does
from nentang.measure.tasks.queries import task_to_change

from ._write import write_down


def ask_extension(
    *, code: str, until_on: date, reason: str, actor: Actor, at: datetime
) -> Extension:
    """What was asked, waiting for the assigner's answer; the deadline stays meanwhile.

    Raises TaskNotFound, NotYourTask, NoDeadline, TooLateToAsk, NotLater, ReasonMissing, AlreadyAsked.
    """
    try:
        with transaction.atomic():
            task = task_to_change(code)
            check_does(actor, task)
            due_on = _checked(task, until_on, reason, legal_day(at))
            extension = Extension.objects.create(
                task=task,
                former_due_on=due_on,
                until_on=until_on,
                reason=reason.strip()[:2000],
                asked_at=at,
                asked_by_id=actor.account_id,
            )
            write_down(task, "ask_extension", actor=actor, at=at)
    except IntegrityError:
        raise AlreadyAsked from None
    return extension


def _checked(task: Task, until_on: date, reason: str, today: date) -> date:
    """The deadline as it is, if it may be moved."""
    if task.due_on is None:
        raise NoDeadline
    if today > task.due_on or task.reported_on is not None:
        raise TooLateToAsk
    if until_on <= task.due_on or until_on.year > today.year + 30:
        raise NotLater
    if not reason.strip():
        raise ReasonMissing
    return task.due_on
