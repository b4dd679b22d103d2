"""Give a case the due time of a term that is not counted in working time."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.casework.errors import StepNotPossible
from nentang.foundation.casework.models import Case

from ._change import change


def set_term(*, case: Case, due_at: datetime, actor: Actor, at: datetime) -> Case:
    """The case, due by then; its clock runs, and whoever was warned of the former term is warned anew.

    For the terms of `term_end`: each phase of a matter has its own, and the case is measured by the
    last. Raises StepNotPossible (closed, or waiting for the applicant), ChangedMeanwhile.
    """
    if case.closed_at or case.suspended_at:
        raise StepNotPossible
    with transaction.atomic(savepoint=False):
        change(case, clock_started_at=case.clock_started_at or at, due_at=due_at, warned_at=None)
        record(
            actor=actor,
            action="casework.set_term",
            subject=f"case:{case.pk}",
            organization_id=case.holder_id,
            person_id=case.applicant_id,
            at=at,
        )
    return case
