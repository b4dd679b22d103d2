"""The board of those who answer for a body: who has how much, what may be late, who waits for whom."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, F, Min, Q, QuerySet, Sum

from nentang.foundation.casework.models import Case, HolderSpell
from nentang.foundation.casework.rules.risk import minutes_short, usual_minutes
from nentang.foundation.casework.rules.working_time import (
    WORKING_DAY,
    add_working_minutes,
    working_minutes,
)
from nentang.kernel.frozen import Frozen

MOST_LOADS = 100
MOST_LOOKED_AT = 500
MOST_SHOWN = 20
LOOK_BACK = timedelta(days=180)
MOST_SPELLS = 5_000


class Load(Frozen):
    """What one officer has (no name: nobody took it): running, due within three days, late."""

    officer: str
    running: int
    soon: int
    late: int


class Risk(Frozen):
    """A case that will be late if it takes as long as usual; minutes of working time."""

    case: Case
    left: int
    usual_left: int


class Waiting(Frozen):
    """Open cases that wait for somebody: how many, and for how long the longest, in working minutes.

    `whom` is `applicant`, `free` (nobody took it), `ours` (came from elsewhere), or a body's name.
    """

    whom: str
    count: int
    longest: int


def loads(bodies: Collection[int], *, at: datetime) -> list[Load]:
    """Officers with what they have, the most late first; one query."""
    running = Case.objects.filter(holder__in=bodies, closed_at=None, suspended_at=None)
    three_days = add_working_minutes(at, 3 * WORKING_DAY)
    rows = running.values(
        "assignee_id", "assignee__person__full_name", "assignee__username"
    ).annotate(
        running=Count("pk"),
        soon=Count("pk", filter=Q(due_at__range=(at, three_days))),
        late=Count("pk", filter=Q(due_at__lt=at)),
    )
    free_first = F("assignee_id").asc(nulls_first=True)
    return [
        Load(
            officer=row["assignee__person__full_name"] or row["assignee__username"] or "",
            running=row["running"],
            soon=row["soon"],
            late=row["late"],
        )
        for row in rows.order_by("-late", "-running", free_first)[:MOST_LOADS]
    ]


def risks(bodies: Collection[int], *, at: datetime) -> list[Risk]:
    """Running cases that will miss their due time if they take as long as usual, the worst first.

    Usual is what four of five finished cases of that title took in these bodies in half a year. Of the
    five hundred due first; three queries.
    """
    running = list(
        Case.objects.filter(holder__in=bodies, closed_at=None, suspended_at=None, due_at__gte=at)
        .select_related("assignee__person")
        .order_by("due_at", "id")[:MOST_LOOKED_AT]
    )
    usual = _usual_by_title(bodies, {each.title for each in running}, at)
    spent = _spent_here(bodies, running)
    found = []
    for case in running:
        took = usual.get(case.title)
        if took is None or case.due_at is None:
            continue
        here = spent[case.pk] + case.held_for(at)
        left = working_minutes(at, case.due_at)
        if short := minutes_short(took, here, left):
            found.append((short, Risk(case, left, took - here)))
    return [risk for _short, risk in sorted(found, key=lambda each: -each[0])[:MOST_SHOWN]]


def waits(bodies: Collection[int], *, at: datetime) -> list[Waiting]:
    """Who waits for whom in open cases of these bodies, the most first; two queries."""
    here = Case.objects.filter(holder__in=bodies, closed_at=None)
    elsewhere = Case.objects.filter(organization__in=bodies, closed_at=None).exclude(
        holder__in=bodies
    )
    running = Q(suspended_at=None)
    counted = here.aggregate(
        applicant=Count("pk", filter=~running),
        applicant_since=Min("suspended_at"),
        free=Count("pk", filter=running & Q(assignee=None)),
        free_since=Min("held_since", filter=running & Q(assignee=None)),
        ours=Count("pk", filter=running & ~Q(organization__in=bodies)),
        ours_since=Min("held_since", filter=running & ~Q(organization__in=bodies)),
    )
    found = [
        _waiting(whom, counted[whom], counted[f"{whom}_since"], at)
        for whom in ("applicant", "free", "ours")
    ]
    by_body = elsewhere.values("holder__name").annotate(n=Count("pk"), since=Min("held_since"))
    found += [
        _waiting(row["holder__name"], row["n"], row["since"], at)
        for row in by_body.order_by("-n", "holder__name")[:MOST_SHOWN]
    ]
    return sorted((each for each in found if each.count), key=lambda each: -each.count)


def _waiting(whom: str, count: int, since: datetime | None, at: datetime) -> Waiting:
    return Waiting(whom, count, working_minutes(since, at) if since else 0)


def _usual_by_title(
    bodies: Collection[int], titles: Collection[str], at: datetime
) -> dict[str, int]:
    """Working minutes that such cases usually take in these bodies, by title."""
    latest = _held(bodies).filter(to_at__gte=at - LOOK_BACK, case__closed_at__isnull=False)
    rows = latest.filter(case__title__in=titles).order_by("-to_at")[:MOST_SPELLS]
    taken: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for title, case_id, minutes in rows.values_list("case__title", "case_id", "minutes"):
        taken[title][case_id] += minutes
    usual = {title: usual_minutes(list(cases.values())) for title, cases in taken.items()}
    return {title: minutes for title, minutes in usual.items() if minutes is not None}


def _spent_here(bodies: Collection[int], cases: list[Case]) -> dict[int, int]:
    rows: Any = _held(bodies).filter(case__in=[each.pk for each in cases])
    summed = rows.values("case_id").annotate(minutes=Sum("minutes")).order_by()
    return defaultdict(int, {row["case_id"]: row["minutes"] for row in summed})


def _held(bodies: Collection[int]) -> QuerySet[HolderSpell]:
    """Ended spells of these bodies, without waits for applicants."""
    return HolderSpell.objects.filter(organization__in=bodies, is_suspension=False)
