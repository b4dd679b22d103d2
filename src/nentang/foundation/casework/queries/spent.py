"""By whom the days were spent: working time of every body in a year, and in what came late."""

from datetime import datetime, time
from typing import Any

from django.db.models import BooleanField, Count, ExpressionWrapper, F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from nentang.foundation.casework.models import HolderSpell
from nentang.foundation.organizations.public import Organization
from nentang.kernel.clock import at_local
from nentang.kernel.frozen import Frozen

PAGE = 50
LATE = Q(is_late=True)


class Spent(Frozen):
    """Working minutes for which a body held cases: all, and those of cases that came or are late."""

    organization_id: int
    body: str
    spells: int
    minutes: int
    late_cases: int
    late_minutes: int


def spent(
    bodies: "QuerySet[Organization] | None", *, year: int, at: datetime, after: str = ""
) -> tuple[list[Spent], str]:
    """Ended spells of that year in these bodies, most time in late cases first; none where None.

    One query; the next key.
    """
    if bodies is None:
        return [], ""
    found = _by_body(bodies, year, at).filter(_behind(after))
    rows = list(found.order_by("-late", "-whole", "organization_id")[: PAGE + 1])
    shown = [_spent(row) for row in rows[:PAGE]]
    return shown, _key(rows[PAGE - 1]) if len(rows) > PAGE else ""


def ended_spells(bodies: "QuerySet[Organization]", *, year: int, at: datetime) -> Any:
    """Spells of these bodies that ended in that year, without waits for applicants; `is_late` says of which case."""
    promised = Coalesce("case__first_due_at", "case__due_at")
    came_late = Q(case__closed_at__gt=F("promised"))
    still_late = Q(case__closed_at=None, case__suspended_at=None, promised__lt=at)
    held = HolderSpell.objects.filter(
        organization__in=bodies,
        is_suspension=False,
        to_at__gte=at_local(at.date().replace(year=year, month=1, day=1), time()),
        to_at__lt=at_local(at.date().replace(year=year + 1, month=1, day=1), time()),
    )
    return held.annotate(promised=promised).annotate(
        is_late=ExpressionWrapper(came_late | still_late, output_field=BooleanField())
    )


def _by_body(bodies: "QuerySet[Organization]", year: int, at: datetime) -> Any:
    held = ended_spells(bodies, year=year, at=at)
    return held.values("organization_id", "organization__name").annotate(
        spells=Count("pk"),
        whole=Sum("minutes"),
        late=Coalesce(Sum("minutes", filter=LATE), 0),
        late_cases=Count("case_id", filter=LATE, distinct=True),
    )


def _spent(row: dict[str, Any]) -> Spent:
    return Spent(
        organization_id=row["organization_id"],
        body=row["organization__name"],
        spells=row["spells"],
        minutes=row["whole"],
        late_cases=row["late_cases"],
        late_minutes=row["late"],
    )


def _key(row: dict[str, Any]) -> str:
    return f"{row['late']}|{row['whole']}|{row['organization_id']}"


def _behind(key: str) -> Q:
    """Rows behind that key; all, where no page gave it out."""
    parts = key.split("|")
    if len(parts) != 3 or not all(p.isascii() and p.isdigit() and len(p) < 18 for p in parts):
        return Q()
    late, whole, body = map(int, parts)
    same = Q(late=late, whole__lt=whole) | Q(late=late, whole=whole, organization_id__gt=body)
    return Q(late__lt=late) | same
