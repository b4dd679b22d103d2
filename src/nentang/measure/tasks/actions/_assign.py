"""What giving a task to a body writes: its case with the clock, the task, who helps, event and fact."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from nentang.agreements.actor import SYSTEM
from nentang.foundation.casework.public import keep, open_case, set_term
from nentang.foundation.facts.public import record_fact
from nentang.foundation.organizations.public import Organization
from nentang.foundation.outbox.public import publish
from nentang.kernel.clock import legal_day
from nentang.measure.tasks.events import TaskAssigned
from nentang.measure.tasks.indicators import TASK_ASSIGNED
from nentang.measure.tasks.models import Task, TaskSupport
from nentang.measure.tasks.registry import TASK

from ._write import end_of


def give(
    lead: Organization, code: str, above: Task | None, *, at: datetime, **columns: Any
) -> Task:
    """The new task of that body; inside a transaction."""
    case = open_case(
        kind=TASK,
        code=code,
        organization_id=lead.pk,
        title=columns["text"][:200],
        applicant_person_id=None,
        applicant_name="",
        channel="online",
        unit_code=lead.unit.code if lead.unit else "",
        actor=SYSTEM,
        at=at,
    )
    if columns["due_on"]:
        set_term(case=case, due_at=end_of(columns["due_on"]), actor=SYSTEM, at=at)
    task = Task.objects.create(
        case=case,
        code=code,
        lead=lead,
        parent=above,
        depth=above.depth + 1 if above else 0,
        unit_code=lead.unit.code if lead.unit else "",
        level=lead.level,
        first_due_on=columns["due_on"],
        assigned_on=legal_day(at),
        **columns,
    )
    keep(task, path=f"{above.path if above else '/'}{task.pk}/")
    _tell(task, at)
    return task


def help_with(task: Task, bodies: Iterable[int]) -> None:
    """These bodies help, but for the lead body itself."""
    helping = [each for each in dict.fromkeys(bodies) if each != task.lead_id]
    TaskSupport.objects.bulk_create(
        TaskSupport(task=task, organization_id=each) for each in helping
    )


def _tell(task: Task, at: datetime) -> None:
    publish(TaskAssigned(task.pk, task.code, task.lead_id, task.assigner_id), at=at, key=task.code)
    record_fact(
        TASK_ASSIGNED,
        at=at,
        organization_id=task.lead_id,
        unit_code=task.unit_code,
        level=task.level,
        has_due=task.due_on is not None,
        is_part=task.parent_id is not None,
    )
