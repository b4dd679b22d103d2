"""What a dashboard says of the tasks of a unit."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from nentang.foundation.organizations.public import unit_as_of
from nentang.kernel.frozen import Frozen
from nentang.measure.tasks.enums import Standing
from nentang.measure.tasks.models import Task
from nentang.measure.tasks.rules.standing import days_late

from .standing import OPEN_VALUES, counted, with_standing


class OverdueTask(Frozen):
    """A late task: whose, which office answers for it, since when. The original deadline stands beside."""

    code: str
    text: str
    body: str
    office: str
    decision: str
    due_on: date
    first_due_on: date
    days: int


class TaskCounts(Frozen):
    """How many tasks of a unit stand how on a day, the next that is due, and the worst that is late."""

    all: int
    not_due: int
    in_time: int
    extended: int
    returned: int
    late: int
    done_in_time: int
    done_late: int
    next_due_on: date | None
    worst: OverdueTask | None


def task_counts(*, unit_code: str, on: date) -> TaskCounts:
    """Tasks of the unit (empty: of the nation) that no body within it handed on; three queries.

    What a province was given counts for it once, however many districts do a part; for a district those
    parts count. UnitNotFound.
    """
    rows = _of_unit(unit_code, on)
    found = counted(rows, on)
    ahead = with_standing(rows.filter(due_on__gte=on), on).filter(standing__in=OPEN_VALUES)
    next_due = ahead.order_by("due_on").values_list("due_on", flat=True).first()
    worst = overdue_tasks(unit_code=unit_code, on=on, limit=1)
    return TaskCounts(**found, next_due_on=next_due, worst=worst[0] if worst else None)


def overdue_tasks(*, unit_code: str, on: date, limit: int = 10) -> tuple[OverdueTask, ...]:
    """Late tasks of the unit that everybody may see, the longest late first."""
    rows = with_standing(_of_unit(unit_code, on).filter(decision__is_public=True), on)
    late = rows.filter(standing=Standing.LATE).select_related("lead", "decision")
    return tuple(_overdue(each, on) for each in late.order_by("due_on", "pk")[:limit])


def _of_unit(unit_code: str, on: date) -> "QuerySet[Task]":
    if not unit_code:
        return Task.objects.filter(parent=None)
    unit = unit_as_of(unit_code, on)
    is_province = unit.code == unit.province_code
    inside = "province_code" if is_province else "code"
    here = Q(**{f"lead__unit__{inside}": unit.code})
    given_here = Q(**{f"parent__lead__unit__{inside}": unit.code})
    if not is_province:
        here |= Q(lead__unit__parent__code=unit.code)
        given_here |= Q(parent__lead__unit__parent__code=unit.code)
    return Task.objects.filter(here).exclude(Q(parent__isnull=False) & given_here)


def _overdue(task: Any, on: date) -> OverdueTask:
    return OverdueTask(
        code=task.code,
        text=task.text,
        body=task.lead.name,
        office=task.accountable_office,
        decision=task.decision.symbol,
        due_on=task.due_on,
        first_due_on=task.first_due_on,
        days=days_late(task, on),
    )
