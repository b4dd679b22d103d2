"""Pages of cases by key, in the order in which an office works them."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.utils.dateparse import parse_datetime

from nentang.foundation.casework.models import Case

UNRECEIVED = Q(due_at=None, clock_started_at=None, suspended_at=None)
GROUPS = (UNRECEIVED, Q(due_at__isnull=False), Q(due_at=None) & ~UNRECEIVED)
"""What waits to be received, then what has a due time, then the rest."""


class _Key(NamedTuple):
    group: int
    due_at: datetime | None
    last_id: int


def page_by_key(found: QuerySet[Case], after: str, size: int) -> tuple[list[Case], str]:
    """The rows behind that key, and the key of the page after; empty at the end.

    One query for each group that the page touches. A key that no page gave out is the first page.
    """
    rows: list[Case] = []
    key = _parsed(after)
    for number in range(key.group, len(GROUPS)):
        behind = _behind(key) if number == key.group else Q()
        group = found.filter(GROUPS[number]).filter(behind).order_by("due_at", "id")
        rows += group[: size + 1 - len(rows)]
        if len(rows) > size:
            return rows[:size], _key_of(rows[size - 1])
    return rows, ""


def _behind(key: _Key) -> Q:
    if key.due_at is None:
        return Q(id__gt=key.last_id)
    return Q(due_at__gt=key.due_at) | Q(due_at=key.due_at, id__gt=key.last_id)


def _key_of(case: Case) -> str:
    if case.due_at:
        return f"1|{case.due_at.isoformat()}|{case.pk}"
    return f"{0 if case.is_unreceived else 2}||{case.pk}"


def _parsed(key: str) -> _Key:
    try:
        group, due, last = key.split("|")
        due_at = parse_datetime(due)
        whole = _Key(int(group), due_at, int(last))
    except ValueError:
        return _Key(0, None, 0)
    has_fit_due = (due_at is not None and due_at.tzinfo is not None) == (whole.group == 1)
    is_given_out = whole.group in range(len(GROUPS)) and 0 <= whole.last_id < 2**63 and has_fit_due
    return whole if is_given_out else _Key(0, None, 0)
