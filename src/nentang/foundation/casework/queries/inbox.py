"""One inbox over all kinds of work: what waits for this officer, in the order in which it is to be done."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
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
from .people import able_by_role

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


class Inbox:
    """The open cases of an officer's bodies at that instant, under the filters at the left."""

    def __init__(self, actor: Actor, *, at: datetime) -> None:
        self._actor = actor
        self._at = at

    @cached_property
    def _conditions(self) -> dict[InboxView, Q]:
        """What stands under each filter; one query."""
        running, at = Q(suspended_at=None), self._at
        soon = add_working_minutes(at, WORKING_DAY)
        return {
            InboxView.MINE: running & _waits_for(self._actor, legal_day(at)),
            InboxView.SOON: running & Q(due_at__range=(at, soon)),
            InboxView.LATE: running & Q(due_at__lt=at),
            InboxView.APPLICANT: Q(suspended_at__isnull=False),
            InboxView.ALL: Q(pk__isnull=False),
        }

    def page(
        self, view: InboxView, *, words: str = "", kind: str = "", after: str = ""
    ) -> InboxPage:
        """A page of the cases: first those not yet received, then the earliest due.

        Three queries at most, whatever the number of rows, roles and organisations.
        """
        if view is InboxView.ELSEWHERE:
            found = _elsewhere(self._actor)
        else:
            found = _here(self._actor).filter(self._conditions[view])
        if kind:
            found = found.filter(kind=kind)
        for word in fold(words).split():
            found = found.filter(folded__contains=word)
        rows = found.select_related("holder", "assignee__person")
        return InboxPage(*page_by_key(rows, after, PAGE))

    def counts(self) -> InboxCounts:
        """How many cases stand under each filter, counting at most MOST_COUNTED; two queries."""
        first = _here(self._actor).order_by("due_at", "id")[:MOST_COUNTED]
        columns = {
            view.name.lower(): Count("pk", filter=rule) for view, rule in self._conditions.items()
        }
        counted = Case.objects.filter(pk__in=first).order_by("kind")
        rows: list[dict[str, Any]] = [*map(dict, counted.values("kind").annotate(**columns))]
        views = {view: sum(row[view.name.lower()] for row in rows) for view in self._conditions}
        return InboxCounts(
            views={**views, InboxView.ELSEWHERE: _elsewhere(self._actor)[:MOST_COUNTED].count()},
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


def _waits_for(actor: Actor, on: date) -> Q:
    """Cases whose next step is the officer's by role, body by body; one query for who else may take it.

    A colleague's are not, as long as that colleague may take the step: what a clerk has taken and
    submitted for decision waits for the leader.
    """
    bodies = actor.organizations()
    able_in = able_by_role(bodies, on=on)
    waits = Q(pk=None)
    for body in bodies:
        own = {role.name for role in actor.roles if role.organization_id == body}
        for able, steps in _own_steps(own, able_in[body]).items():
            free = Q(assignee=None) | Q(assignee=actor.account_id) | ~Q(assignee__in=able)
            waits |= Q(free, steps, holder=body)
    return waits


def _own_steps(own: set[str], able: Mapping[str, set[int]]) -> dict[frozenset[int], Q]:
    """Kinds and states out of which one of these roles may step, by the officers who may as well."""
    steps: dict[frozenset[int], Q] = {}
    for kind in kinds():
        for roles, states in kind.states_by_roles().items():
            if own & roles:
                others = frozenset().union(*(able.get(role, ()) for role in roles))
                step = Q(kind=kind.name, state__in=states)
                steps[others] = steps[others] | step if others in steps else step
    return steps
