"""Casework watches the due times by itself and tells those who can still do something."""

from datetime import datetime

from nentang.foundation.outbox.public import every, listen

from .actions import tell_officers, warn_of_due_cases
from .events import CaseNearlyDue, CaseOverdue
from .registry import NEARLY_DUE, OVERDUE_FOR, kind_named


@every(300, "casework.warn_of_due_cases")
def warn(*, at: datetime) -> None:
    """Publish the cases that are nearly due or overdue."""
    warn_of_due_cases(at=at)


@listen(CaseNearlyDue, "casework.tell_officer")
def tell_officer(event: CaseNearlyDue, *, at: datetime) -> None:
    """Who has the case hears a working day before."""
    tell_officers(case_id=event.case_id, template=NEARLY_DUE, to_heads=False, at=at)


@listen(CaseOverdue, "casework.escalate")
def escalate(event: CaseOverdue, *, at: datetime) -> None:
    """What is overdue goes up to the heads of the body, in words about who waits for it."""
    template = OVERDUE_FOR[kind_named(event.kind).waiting]
    tell_officers(case_id=event.case_id, template=template, to_heads=True, at=at)
