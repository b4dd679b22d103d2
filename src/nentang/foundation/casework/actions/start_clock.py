"""Start the clock of a case."""

from datetime import datetime, timedelta

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.casework.models import Case
from nentang.foundation.casework.rules.working_time import clock_start, due_for

from ._change import change


@transaction.atomic
def start_clock(
    *,
    case: Case,
    working_days: int | None = None,
    same_day: bool = False,
    hours: int | None = None,
    actor: Actor,
    at: datetime,
) -> Case:
    """The case with its due time; none where the law names no deadline.

    `hours` run by the clock on the wall, from this instant; all else counts working time.
    """
    if hours is not None:
        change(case, clock_started_at=at, due_at=at + timedelta(hours=hours))
    else:
        change(
            case,
            clock_started_at=clock_start(at),
            due_at=due_for(at, working_days=working_days, same_day=same_day),
        )
    record(
        actor=actor,
        action="casework.start_clock",
        subject=f"case:{case.pk}",
        organization_id=case.holder_id,
        person_id=case.applicant_id,
        at=at,
    )
    return case
