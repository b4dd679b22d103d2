"""How tasks stand, for the database: the same rule as `rules.standing`, held to it by a test."""

from datetime import date
from typing import Any

from django.db.models import Case, CharField, Count, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from nentang.measure.tasks.enums import Standing
from nentang.measure.tasks.models import Task
from nentang.measure.tasks.rules.standing import DONE, OPEN

DUE_OR_DONE = (*DONE, Standing.LATE)


def with_standing(rows: "QuerySet[Task, Any]", today: date) -> Any:
    """The rows, each with `standing` on that day."""
    late = Q(due_on__isnull=False, until__gt=F("due_on"))
    extended = Q(due_on__gt=F("first_due_on"))
    words = Case(
        When(late & Q(accepted_on__isnull=False), then=Value(Standing.DONE_LATE.value)),
        When(accepted_on__isnull=False, then=Value(Standing.DONE_IN_TIME.value)),
        When(late, then=Value(Standing.LATE.value)),
        When(returned_on__isnull=False, reported_on=None, then=Value(Standing.RETURNED.value)),
        When(extended, then=Value(Standing.EXTENDED.value)),
        When(
            Q(started_on__isnull=False) | Q(reported_on__isnull=False),
            then=Value(Standing.IN_TIME.value),
        ),
        default=Value(Standing.NOT_DUE.value),
        output_field=CharField(max_length=12),
    )
    return rows.annotate(until=Coalesce("reported_on", Value(today))).annotate(standing=words)


def counted(rows: "QuerySet[Task, Any]", today: date) -> dict[str, int]:
    """How many of the rows stand how, and all; one query."""
    found: dict[str, int] = with_standing(rows, today).aggregate(all=Count("pk"), **sums())
    return found


def sums() -> dict[str, Count]:
    """One count a standing, for rows that have it."""
    return {each.value: Count("pk", filter=Q(standing=each.value)) for each in Standing}


OPEN_VALUES = tuple(each.value for each in OPEN)
