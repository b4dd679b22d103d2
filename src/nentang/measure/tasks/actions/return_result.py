"""The assigner returns a result with a reason."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance
from nentang.foundation.outbox.public import publish
from nentang.kernel.clock import legal_day
from nentang.measure.tasks.enums import Verdict
from nentang.measure.tasks.errors import EvidenceMissing, ReasonMissing
from nentang.measure.tasks.events import ResultReturned
from nentang.measure.tasks.models import Task
from nentang.measure.tasks.permissions import check_judges, check_judges_other
from nentang.measure.tasks.queries import task_to_change, waiting_evidence

from ._judge import settle
from ._write import hand_over, write_down


@transaction.atomic
def return_result(*, code: str, reason: str, actor: Actor, at: datetime) -> Task:
    """The task, back with the lead body; its deadline runs on.

    Raises TaskNotFound, NotYourTask, ReasonMissing, OwnEvidence, EvidenceMissing, StepNotPossible.
    """
    task = task_to_change(code)
    check_judges(actor, task)
    if not reason.strip():
        raise ReasonMissing
    evidence = waiting_evidence(task)
    if evidence is None:
        raise EvidenceMissing
    check_judges_other(actor, evidence)
    advance(
        task,
        "return",
        actor=actor,
        at=at,
        note=reason.strip()[:2000],
        reported_on=None,
        returned_on=legal_day(at),
    )
    hand_over(task, task.lead_id, actor=actor, at=at)
    settle(evidence, Verdict.RETURNED, reason, actor=actor, at=at)
    event = ResultReturned(task.pk, task.code, task.lead_id, task.assigner_id)
    publish(event, at=at, key=task.code)
    write_down(task, "return_result", actor=actor, at=at, details={"number": evidence.number})
    return task
