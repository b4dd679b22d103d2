"""The parts of colleagues who help with a document; inside the action's transaction."""

from collections.abc import Sequence
from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import (
    assign_case,
    move_case,
    open_case,
    set_term,
    tell_officers,
)
from nentang.government.office.models import IncomingDocument, Task
from nentang.government.office.registry import GIVEN, TASK

from ._document import title_of


def ask_helpers(
    document: IncomingDocument,
    helpers: Sequence[int],
    due_at: datetime,
    *,
    actor: Actor,
    at: datetime,
) -> None:
    """Exactly these have an open part, due by then: new ones are asked, others let go."""
    waiting = {each.account_id: each for each in _open_tasks(document)}
    for account_id, task in waiting.items():
        if account_id in helpers:
            set_term(case=task.case, due_at=due_at, actor=actor, at=at)
        else:
            move_case(case=task.case, step="drop", actor=actor, at=at)
    for account_id in helpers:
        if account_id not in waiting:
            _ask(document, account_id, due_at, actor, at)


def drop_tasks(document: IncomingDocument, *, actor: Actor, at: datetime) -> None:
    """Nobody helps with what is finished."""
    for task in _open_tasks(document):
        move_case(case=task.case, step="drop", actor=actor, at=at)


def _open_tasks(document: IncomingDocument) -> list[Task]:
    found = document.tasks.filter(case__closed_at=None).select_related("case")
    return list(found.order_by("id"))


def _ask(
    document: IncomingDocument, account_id: int, due_at: datetime, actor: Actor, at: datetime
) -> None:
    case = open_case(
        kind=TASK,
        code=f"{document.code}-PH{document.tasks.count() + 1}",
        organization_id=document.organization_id,
        title=title_of(document),
        applicant_person_id=None,
        applicant_name=document.sender_name[:120],
        channel="",
        unit_code=document.case.unit_code,
        actor=actor,
        at=at,
    )
    Task.objects.create(document=document, case=case, account_id=account_id, asked_at=at)
    assign_case(case=case, account_id=account_id, actor=actor, at=at)
    set_term(case=case, due_at=due_at, actor=actor, at=at)
    tell_officers(case_id=case.pk, template=GIVEN, to_heads=False, at=at)
