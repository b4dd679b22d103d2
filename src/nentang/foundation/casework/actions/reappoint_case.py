"""Give a case a second appointment; what was promised first stays what it is measured by."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.errors import AlreadyReappointed, NotLater, StepNotPossible
from nentang.foundation.casework.events import CaseMoved
from nentang.foundation.casework.models import Case
from nentang.foundation.casework.permissions import check_works_here
from nentang.foundation.outbox.public import publish

from ._change import change, write_down


def reappoint_case(
    *, case: Case, due_at: datetime, actor: Actor, at: datetime, public_note: str = ""
) -> Case:
    """The case with its new due time; publishes CaseMoved, its step being `reappoint`.

    Raises StepNotPossible (closed, waiting, without a due time), AlreadyReappointed, NotLater.
    """
    check_works_here(actor, case)
    if case.closed_at or case.suspended_at or case.due_at is None:
        raise StepNotPossible
    if case.first_due_at:
        raise AlreadyReappointed
    if due_at <= max(case.due_at, at):
        raise NotLater
    with transaction.atomic(savepoint=False):
        change(case, due_at=due_at, first_due_at=case.due_at, warned_at=None)
        write_down(case, "reappoint", actor, at, public_note=public_note)
        publish(
            CaseMoved(case.pk, case.kind, case.code, "reappoint", case.state, case.holder_id),
            at=at,
            key=case.code,
        )
    return case
