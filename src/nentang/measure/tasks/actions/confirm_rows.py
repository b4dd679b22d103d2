"""Confirm proposed tasks: only now do they exist."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.organizations.public import Organization
from nentang.kernel.clock import legal_day
from nentang.measure.tasks.enums import RowStanding
from nentang.measure.tasks.errors import NothingChosen, RowIncomplete, RowSettled
from nentang.measure.tasks.models import Decision, ProposedTask, Task
from nentang.measure.tasks.permissions import check_confirms
from nentang.measure.tasks.queries import bodies_by_id, decision_to_change, rows_to_settle

from ._assign import give, help_with
from ._rows import change
from ._write import write_down_decision


@transaction.atomic
def confirm_rows(
    *, decision: str, numbers: Collection[int], actor: Actor, at: datetime
) -> list[Task]:
    """The tasks of these rows, each with the body that leads; all of them or none.

    Raises DecisionNotFound, RowNotFound, RowSettled where somebody was faster, RowIncomplete with the
    rows that lack something, BodyUnknown where a body has ended, NothingChosen.
    """
    found = decision_to_change(decision)
    check_confirms(actor, found)
    rows = rows_to_settle(found, numbers)
    _check(rows)
    named = {row.lead_id or 0 for row in rows} | {each for row in rows for each in row.supports}
    bodies = bodies_by_id(named, legal_day(at))
    tasks = [_assign(found, row, bodies[row.lead_id or 0], at) for row in rows]
    found.save(update_fields=["tasks_made"])
    write_down_decision(found, "confirm_rows", actor=actor, at=at, details={"tasks": len(tasks)})
    return tasks


def _check(rows: Sequence[ProposedTask]) -> None:
    if not rows:
        raise NothingChosen
    if any(row.standing != RowStanding.OPEN for row in rows):
        raise RowSettled
    if lacking := [str(row.number) for row in rows if not row.is_complete]:
        raise RowIncomplete(rows=", ".join(lacking[:20]))


def _assign(decision: Decision, row: ProposedTask, lead: Organization, at: datetime) -> Task:
    decision.tasks_made += 1
    task = give(
        lead,
        f"NV-{decision.pk}-{decision.tasks_made}",
        None,
        at=at,
        decision=decision,
        row=row,
        item=row.item,
        area=row.area,
        text=row.text,
        output=row.output,
        assigner=decision.assigner,
        due_kind=row.due_kind,
        due_on=row.due_on,
    )
    help_with(task, row.supports)
    change(row, standing=RowStanding.CONFIRMED)
    return task
