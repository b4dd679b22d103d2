"""One inbox over all kinds of work: what waits for this officer, sorted by what is due."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Count, Q, QuerySet

from nentang.agreements.actor import Actor
from nentang.foundation.casework.models import Case
from nentang.foundation.casework.registry import kinds
from nentang.foundation.casework.rules.working_time import WORKING_DAY, add_working_minutes
from nentang.kernel.text import fold

PAGE = 50


class InboxView(StrEnum):
    """The filters at the left, by the word in the address."""

    MINE = "den-luot-toi"
    SOON = "sap-den-han"
    LATE = "qua-han"
    APPLICANT = "cho-dan"
    ELSEWHERE = "co-quan-khac"
    ALL = "ca-bo-phan"


@dataclass(frozen=True, slots=True)
class InboxPage:
    """Rows of one page; `next_key` is the key of the page after, empty at the end."""

    rows: list[Case]
    next_key: str


def inbox(
    actor: Actor, view: InboxView, *, at: datetime, words: str = "", kind: str = "", after: str = ""
) -> InboxPage:
    """A page of the officer's cases: the earliest due first, those without a due time last.

    Three queries whatever the number of rows, roles and organisations.
    """
    found = _visible(actor).filter(_conditions(actor, at)[view])
    if kind:
        found = found.filter(kind=kind)
    for word in fold(words).split():
        found = found.filter(folded__contains=word)
    rows = _page(found.select_related("holder", "assignee__person"), after)
    more = len(rows) > PAGE
    return InboxPage(rows[:PAGE], _key(rows[PAGE - 1]) if more else "")


def inbox_counts(actor: Actor, *, at: datetime) -> dict[InboxView, int]:
    """How many cases stand under each filter; one query."""
    counts = {view.name: Count("pk", filter=rule) for view, rule in _conditions(actor, at).items()}
    counted = _visible(actor).aggregate(**counts)
    return {view: counted[view.name] for view in InboxView}


def _visible(actor: Actor) -> QuerySet[Case]:
    """Open cases that the officer's bodies hold or received."""
    bodies = actor.organizations()
    return Case.objects.filter(Q(holder__in=bodies) | Q(organization__in=bodies), closed_at=None)


def _conditions(actor: Actor, at: datetime) -> dict[InboxView, Q]:
    here = Q(holder__in=actor.organizations())
    running = here & Q(suspended_at=None)
    soon = add_working_minutes(at, WORKING_DAY)
    return {
        InboxView.MINE: running
        & _waits_for(actor)
        & (Q(assignee=None) | Q(assignee=actor.account_id)),
        InboxView.SOON: running & Q(due_at__range=(at, soon)),
        InboxView.LATE: running & Q(due_at__lt=at),
        InboxView.APPLICANT: here & Q(suspended_at__isnull=False),
        InboxView.ELSEWHERE: ~here,
        InboxView.ALL: here,
    }


def _waits_for(actor: Actor) -> Q:
    """Cases in a state from which one of the officer's roles may take a step, body by body."""
    waits = Q(pk=None)
    for organization_id in actor.organizations():
        roles = {role.name for role in actor.roles if role.organization_id == organization_id}
        for kind in kinds():
            states = {
                source
                for step in kind.transitions.values()
                if roles & set(step.roles)
                for source in step.sources
            }
            waits |= Q(holder=organization_id, kind=kind.name, state__in=sorted(states))
    return waits


def _page(found: QuerySet[Case], after: str) -> list[Case]:
    """One row more than a page, from behind the key `due|id`; no due time sorts last."""
    due, _, last = after.rpartition("|")
    if last.isdigit():
        behind = Q(due_at=None, id__gt=int(last))
        if due:
            later = Q(due_at__gt=due) | Q(due_at=due, id__gt=int(last))
            behind = later | Q(due_at=None)
        found = found.filter(behind)
    timed = list(found.filter(due_at__isnull=False).order_by("due_at", "id")[: PAGE + 1])
    if len(timed) > PAGE:
        return timed
    return timed + list(found.filter(due_at=None).order_by("id")[: PAGE + 1 - len(timed)])


def _key(case: Case) -> str:
    return f"{case.due_at.isoformat() if case.due_at else ''}|{case.pk}"
