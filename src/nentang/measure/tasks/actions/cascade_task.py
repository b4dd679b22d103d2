"""The lead body hands its task on to bodies below, part by part."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.casework.public import keep, move_case
from nentang.foundation.organizations.public import Organization
from nentang.kernel.clock import legal_day
from nentang.measure.tasks.enums import DeadlineKind
from nentang.measure.tasks.errors import LaterThanWhole, NotBelow, NothingChosen, TooDeep
from nentang.measure.tasks.models import Task
from nentang.measure.tasks.permissions import check_does
from nentang.measure.tasks.queries import bodies_by_id, task_to_change
from nentang.measure.tasks.rules.intake import Part

from ._assign import give
from ._write import write_down

DEEPEST, MOST_PARTS = 4, 300


@transaction.atomic
def cascade_task(*, code: str, parts: Sequence[Part], actor: Actor, at: datetime) -> list[Task]:
    """The new parts; a body that has one already keeps it as it is. The whole is done when its parts are.

    Raises TaskNotFound, NotYourTask, NothingChosen, NotBelow, LaterThanWhole, TooDeep, StepNotPossible.
    """
    whole = task_to_change(code)
    check_does(actor, whole)
    if not parts or len(parts) > MOST_PARTS:
        raise NothingChosen
    if whole.depth >= DEEPEST or whole.reported_on is not None:
        raise TooDeep
    bodies = bodies_by_id([part.lead_id for part in parts], legal_day(at))
    has_one = set(whole.parts.values_list("lead_id", flat=True))
    new = [part for part in parts if part.lead_id not in has_one]
    for part in new:
        _check(whole, part, bodies[part.lead_id], legal_day(at))
    made = [_part(whole, part, bodies[part.lead_id], at) for part in new]
    if whole.case.state == "assigned":
        move_case(case=whole.case, step="take_up", actor=SYSTEM, at=at)
    keep(whole, started_on=whole.started_on or legal_day(at), parts_made=whole.parts_made)
    write_down(whole, "cascade_task", actor=actor, at=at, details={"parts": len(made)})
    return made


def _check(whole: Task, part: Part, body: Organization, today: date) -> None:
    if body.pk == whole.lead_id or not body.path.startswith(whole.lead.path):
        raise NotBelow
    if part.due_on is None:
        return
    if part.due_on < today or (whole.due_on is not None and part.due_on > whole.due_on):
        raise LaterThanWhole(day=f"{whole.due_on:%d/%m/%Y}" if whole.due_on else "–")


def _part(whole: Task, part: Part, body: Organization, at: datetime) -> Task:
    whole.parts_made += 1
    due_on = part.due_on or whole.due_on
    return give(
        body,
        f"{whole.code}.{whole.parts_made}",
        whole,
        at=at,
        decision=whole.decision,
        item=f"{whole.item}.{whole.parts_made}"[:20] if whole.item else "",
        area=whole.area,
        text=(part.text.strip() or whole.text)[:2000],
        output=whole.output,
        assigner=whole.lead,
        due_kind=DeadlineKind.DAY if due_on else whole.due_kind,
        due_on=due_on,
    )
