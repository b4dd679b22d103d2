"""Forward a case to another organisation, at any level, in the same case."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.errors import StepNotPossible
from nentang.foundation.casework.events import CaseForwarded
from nentang.foundation.casework.models import Case
from nentang.foundation.casework.permissions import check_works_here
from nentang.foundation.outbox.public import publish

from ._change import change_and_end_spell, write_down


def forward_case(
    *, case: Case, organization_id: int, note: str, actor: Actor, at: datetime
) -> Case:
    """The case, held by the other organisation and assigned to nobody; the clock goes on.

    Publishes CaseForwarded. Raises NotInThisOffice, StepNotPossible (closed, or already there),
    ChangedMeanwhile.
    """
    check_works_here(actor, case)
    if case.closed_at or case.holder_id == organization_id:
        raise StepNotPossible
    former = case.holder_id
    with transaction.atomic(savepoint=False):
        change_and_end_spell(case, at, holder_id=organization_id, assignee_id=None)
        write_down(case, "forward", actor, at, note=note)
        publish(
            CaseForwarded(case.pk, case.kind, case.code, former, organization_id),
            at=at,
            key=case.code,
        )
    return case
