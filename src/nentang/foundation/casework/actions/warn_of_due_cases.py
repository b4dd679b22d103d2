"""Tell of cases that are nearly due or overdue, once each."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, Q

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.casework.events import CaseNearlyDue, CaseOverdue
from nentang.foundation.casework.models import Case
from nentang.foundation.casework.rules.working_time import WORKING_DAY, add_working_minutes
from nentang.foundation.outbox.public import publish

BATCH = 500


@transaction.atomic
def warn_of_due_cases(*, at: datetime) -> int:
    """How many cases were told of: CaseNearlyDue a working day before, CaseOverdue once it is over."""
    soon = add_working_minutes(at, WORKING_DAY)
    running = Case.objects.filter(closed_at=None, suspended_at=None)
    late = running.filter(due_at__lt=at).filter(Q(warned_at=None) | Q(warned_at__lte=F("due_at")))
    near = running.filter(due_at__range=(at, soon), warned_at=None)
    told = [
        (case, event)
        for found, event in ((late, CaseOverdue), (near, CaseNearlyDue))
        for case in found.order_by("due_at", "id")[:BATCH]
    ]
    for case, event in told:
        publish(event(case.pk, case.kind, case.code, case.holder_id), at=at, key=case.code)
    Case.objects.filter(pk__in=[case.pk for case, _ in told]).update(warned_at=at)
    if told:
        record(
            actor=SYSTEM, action="casework.warn_of_due_cases", subject=f"cases:{len(told)}", at=at
        )
    return len(told)
