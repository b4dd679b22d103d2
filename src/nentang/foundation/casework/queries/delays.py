"""What is late, by who has it: the table of those who answer for it."""

from datetime import datetime
from typing import Any

from django.db.models import Count, Min, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.dateparse import parse_datetime

from nentang.agreements.actor import Actor
from nentang.foundation.casework.models import Case
from nentang.foundation.casework.rules.working_time import (
    WORKING_DAY,
    add_working_minutes,
    working_minutes,
)
from nentang.foundation.organizations.public import Organization
from nentang.kernel.frozen import Frozen

from .headed import headed

PAGE = 50


class Delay(Frozen):
    """Late and nearly due cases of one officer in one body (no name: nobody took them).

    `late_minutes` and `held_minutes` are working time: of the latest past its due time, and of the
    one that the officer has had longest.
    """

    body: str
    officer: str
    late: int
    soon: int
    late_minutes: int
    held_minutes: int


def delays(actor: Actor, *, at: datetime, after: str = "") -> tuple[list[Delay], str]:
    """Delays in the bodies that the actor heads and all below, the oldest due first; the next key.

    One query.
    """
    bodies = headed(actor)
    if bodies is None:
        return [], ""
    found = _by_holder(bodies, at).filter(_behind(after))
    rows = list(found.order_by("oldest", "holder_id", "who")[: PAGE + 1])
    shown = rows[:PAGE]
    return [_delay(row, at) for row in shown], _key(shown[-1]) if len(rows) > PAGE else ""


def _by_holder(bodies: QuerySet[Organization], at: datetime) -> Any:
    """Counts by body and officer: a grouped query set, whose rows are dicts."""
    due = Case.objects.filter(
        holder__in=bodies,
        closed_at=None,
        suspended_at=None,
        due_at__lte=add_working_minutes(at, WORKING_DAY),
    )
    return due.values(
        *("holder_id", "assignee_id", "holder__name"),
        *("assignee__person__full_name", "assignee__username"),
    ).annotate(
        who=Coalesce(Min("assignee_id"), 0),
        late=Count("pk", filter=Q(due_at__lt=at)),
        soon=Count("pk", filter=Q(due_at__gte=at)),
        oldest=Min("due_at"),
        since=Min("held_since"),
    )


def _delay(row: dict[str, Any], at: datetime) -> Delay:
    return Delay(
        body=row["holder__name"],
        officer=row["assignee__person__full_name"] or row["assignee__username"] or "",
        late=row["late"],
        soon=row["soon"],
        late_minutes=working_minutes(row["oldest"], at) if row["late"] else 0,
        held_minutes=working_minutes(row["since"], at),
    )


def _key(row: dict[str, Any]) -> str:
    return f"{row['oldest'].isoformat()}|{row['holder_id']}|{row['who']}"


def _behind(key: str) -> Q:
    """Rows behind that key; all, where no page gave it out."""
    try:
        due, body, who = key.split("|")
        oldest, holder_id, account_id = parse_datetime(due), int(body), int(who)
    except ValueError:
        return Q()
    if oldest is None or oldest.tzinfo is None or max(holder_id, account_id) >= 2**63:
        return Q()
    same_body = Q(oldest=oldest, holder_id=holder_id, who__gt=account_id)
    return Q(oldest__gt=oldest) | Q(oldest=oldest, holder_id__gt=holder_id) | same_body
