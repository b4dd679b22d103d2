"""Tell the other side of a task that a result was reported or returned, or an extension answered."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.notifications.public import MessageTemplate
from nentang.measure.tasks.queries import find_task
from nentang.measure.tasks.registry import DOING, JUDGING, REPORTED

from ._write import tell, write_down


@transaction.atomic
def tell_of_step(*, code: str, template: MessageTemplate, at: datetime) -> int:
    """How many persons were told: who judges of a report, who does the work of everything else."""
    task = find_task(code)
    is_report = template is REPORTED
    body, roles = (task.assigner_id, JUDGING) if is_report else (task.lead_id, DOING)
    told = tell(task, template, body, *roles, at=at)
    write_down(task, "tell_of_step", actor=SYSTEM, at=at, details={"persons": told})
    return told
