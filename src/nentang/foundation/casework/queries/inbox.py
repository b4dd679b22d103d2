"""One inbox over all kinds of work: what waits for this officer, in the order in which it is to be done."""

from collections.abc import Collection
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.db.models import Count, Q, QuerySet

from nentang.agreements.actor import Actor
from nentang.foundation.casework.models import Case
from nentang.foundation.casework.registry import kinds
from nentang.foundation.casework.rules.working_time import WORKING_DAY, add_working_minutes
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen
from nentang.kernel.text import fold

from .pages import page_by_key
from .people import working_in

PAGE = 50
MOST_COUNTED = 5_000


class InboxView(StrEnum):
    """The filters at the left, by the word in the address."""

    MINE = "den-luot-toi"
    SOON = "sap-den-han"
    LATE = "qua-han"
    APPLICANT = "cho-dan"
    ELSEWHERE = "co-quan-khac"
    ALL = "ca-bo-phan"


class InboxPage(Frozen):
    """Rows of one page; `next_key` is the key of the page after, empty at the end."""

    rows: list[Case]
    next_key: str


class InboxCounts(Frozen):
    """How many cases stand under each filter and of each kind; `is_partial` where there are more."""

    views: dict[InboxView, int]
    kinds: dict[str, int]
    is_partial: bool


def inbox(
    actor: Actor, view: InboxView, *, at: datetime, words: str = "", kind: str = "", after: str = ""
) -> InboxPage:
    """A page of the officer's cases: first those not yet received, then the earliest due.

    Three queries at most, whatever the number of rows, roles and organisations.
    """
    found = _elsewhere(actor) if view is InboxView.ELSEWHERE else _here(actor)
    found = found.filter(_conditions(actor, at)[view])
    if kind:
        found = found.filter(kind=kind)
    for word in fold(words).split():
        found = found.filter(folded__contains=word)
    return InboxPage(*page_by_key(found.select_related("holder", "assignee__person"), after, PAGE))


def inbox_counts(actor: Actor, *, at: datetime) -> InboxCounts:
    """How many cases stand under each filter, counting at most MOST_COUNTED; two queries."""
    conditions = _conditions(actor, at)
    del conditions[InboxView.ELSEWHERE]
    counted = Case.objects.filter(pk__in=_here(actor).order_by("due_at", "id")[:MOST_COUNTED])
    columns = {view.name.lower(): Count("pk", filter=rule) for view, rule in conditions.items()}
    grouped = counted.order_by("kind").values("kind").annotate(**columns)
    rows: list[dict[str, Any]] = [dict(row) for row in grouped]
    views = {view: sum(row[view.name.lower()] for row in rows) for view in conditions}
    return InboxCounts(
        views={**views, InboxView.ELSEWHERE: _elsewhere(actor)[:MOST_COUNTED].count()},
        kinds={row["kind"]: row["all"] for row in rows},
        is_partial=views[InboxView.ALL] >= MOST_COUNTED,
    )


def case_with_code(actor: Actor, code: str) -> Case | None:
    """The case with exactly that code in the officer's bodies, open or closed; for scanned codes."""
    bodies = actor.organizations()
    ours = Q(holder__in=bodies) | Q(organization__in=bodies)
    return Case.objects.filter(ours, code=code.strip()).first()


def chosen_cases(actor: Actor, codes: Collection[str]) -> list[Case]:
    """Those of the chosen cases that are open and in the officer's bodies."""
    return list(_here(actor).filter(code__in=codes).order_by("id"))


def _here(actor: Actor) -> QuerySet[Case]:
    """Open cases that the officer's bodies hold."""
    return Case.objects.filter(holder__in=actor.organizations(), closed_at=None)


def _elsewhere(actor: Actor) -> QuerySet[Case]:
    """Open cases that came to the officer's bodies and are held by others."""
    bodies = actor.organizations()
    return Case.objects.filter(organization__in=bodies, closed_at=None).exclude(holder__in=bodies)


def _conditions(actor: Actor, at: datetime) -> dict[InboxView, Q]:
    running = Q(suspended_at=None)
    soon = add_working_minutes(at, WORKING_DAY)
    return {
        InboxView.MINE: running & _waits_for(actor, legal_day(at)),
        InboxView.SOON: running & Q(due_at__range=(at, soon)),
        InboxView.LATE: running & Q(due_at__lt=at),
        InboxView.APPLICANT: Q(suspended_at__isnull=False),
        InboxView.ELSEWHERE: Q(),
        InboxView.ALL: Q(pk__isnull=False),
    }


def _waits_for(actor: Actor, on: date) -> Q:
    """Cases whose next step is the officer's by role, body by body.

    A colleague's are not, as long as that colleague may take the step: what a clerk has taken and
    submitted for decision waits for the leader.
    """
    waits = Q(pk=None)
    for organization_id in actor.organizations():
        own = {role.name for role in actor.roles if role.organization_id == organization_id}
        for kind in kinds():
            for roles, states in kind.states_by_roles().items():
                if own & roles:
                    able = working_in([organization_id], on, *roles).values("pk")
                    waits |= Q(
                        Q(assignee=actor.account_id) | ~Q(assignee__in=able),
                        holder=organization_id,
                        kind=kind.name,
                        state__in=states,
                    )
    return waits
