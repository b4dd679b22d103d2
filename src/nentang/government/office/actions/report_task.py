"""Give the help that was asked for."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import move_case
from nentang.government.office.errors import NotYourWork, ResultMissing
from nentang.government.office.models import Task
from nentang.government.office.permissions import check_takes
from nentang.government.office.queries import task_to_change


@transaction.atomic
def report_task(*, code: str, report: str, actor: Actor, at: datetime) -> Task:
    """The part, given. Raises ResultMissing, NotYourWork, StepNotPossible, ChangedMeanwhile."""
    task = task_to_change(code)
    check_takes(actor, task.case, "report")
    if task.account_id != actor.account_id:
        raise NotYourWork
    if not report.strip():
        raise ResultMissing
    move_case(case=task.case, step="report", actor=actor, at=at)
    task.report, task.reported_at = report.strip(), at
    task.save(update_fields=["report", "reported_at"])
    return task
