"""The assigner accepts a result: the task is done as of the day on which it was reported."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance
from nentang.foundation.facts.public import record_fact
from nentang.foundation.outbox.public import publish
from nentang.kernel.clock import legal_day
from nentang.measure.tasks.enums import Standing, Verdict
from nentang.measure.tasks.errors import EvidenceMissing
from nentang.measure.tasks.events import TaskFinished
from nentang.measure.tasks.indicators import TASK_FINISHED
from nentang.measure.tasks.models import Task
from nentang.measure.tasks.permissions import check_judges, check_judges_other
from nentang.measure.tasks.queries import task_to_change, waiting_evidence

from ._days import standing_of
from ._judge import settle
from ._write import write_down


@transaction.atomic
def accept_result(*, code: str, words: str, actor: Actor, at: datetime) -> Task:
    """The task, done. Raises TaskNotFound, NotYourTask, OwnEvidence, EvidenceMissing, StepNotPossible."""
    task = task_to_change(code)
    check_judges(actor, task)
    evidence = waiting_evidence(task)
    if evidence is None:
        raise EvidenceMissing
    check_judges_other(actor, evidence)
    advance(task, "accept", actor=actor, at=at, note=words.strip(), accepted_on=legal_day(at))
    settle(evidence, Verdict.ACCEPTED, words, actor=actor, at=at)
    in_time = standing_of(task, legal_day(at)) is Standing.DONE_IN_TIME
    event = TaskFinished(task.pk, task.code, task.lead_id, task.assigner_id, in_time)
    publish(event, at=at, key=task.code)
    record_fact(
        TASK_FINISHED,
        at=at,
        organization_id=task.lead_id,
        unit_code=task.unit_code,
        level=task.level,
        in_time=in_time,
        extended=task.due_on != task.first_due_on,
        counted_on=_counted_on(task, in_time=in_time),
    )
    write_down(task, "accept_result", actor=actor, at=at, details={"number": evidence.number})
    return task


def _counted_on(task: Task, *, in_time: bool) -> date:
    """The deadline of a late one, where it counts as due already; else the day of the report."""
    return (task.reported_on if in_time else task.due_on) or task.assigned_on
