"""Lists and boards of tasks: whose, of which decision, in which area, how they stand; paged by key."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from nentang.agreements.actor import Actor, ActorKind
from nentang.kernel.frozen import Frozen
from nentang.kernel.text import whole_number
from nentang.measure.tasks.enums import Standing
from nentang.measure.tasks.models import Decision, Task
from nentang.measure.tasks.registry import DOING, GRANTING, JUDGING

from .standing import counted, sums, with_standing
from .tasks import with_progress

LATE_FIRST = "late"


class Wanted(Frozen):
    """What a list is asked for; an empty word asks for all."""

    decision: str = ""
    body: int | None = None
    area: str = ""
    standing: str = ""
    whole_only: bool = False


def visible_to(actor: Actor) -> "QuerySet[Task]":
    """Tasks of public decisions, and those of the actor's bodies and of bodies below them."""
    rows = Task.objects.all()
    if actor.kind is ActorKind.SYSTEM:
        return rows
    seen = Q(decision__is_public=True)
    for own in actor.organizations():
        seen |= Q(lead__path__contains=f"/{own}/") | Q(assigner__path__contains=f"/{own}/")
    if actor.organizations():
        seen |= Q(
            pk__in=Task.objects.filter(supports__organization__in=actor.organizations()).values(
                "pk"
            )
        )
    return rows.filter(seen)


def asked(rows: "QuerySet[Task]", wanted: Wanted) -> "QuerySet[Task]":
    """Those of the rows that are wanted, how they stand apart."""
    if wanted.decision:
        rows = rows.filter(decision__code=wanted.decision)
    if wanted.body is not None:
        rows = rows.filter(Q(lead=wanted.body) | Q(lead__path__contains=f"/{wanted.body}/"))
    if wanted.area:
        rows = rows.filter(area=wanted.area)
    if wanted.whole_only:
        rows = rows.filter(parent=None)
    return rows


def listed(
    actor: Actor, wanted: Wanted, today: date, *, after_id: int = 0, limit: int = 50
) -> list[Any]:
    """One page in the order in which tasks were set, each with how it stands and what was handed on."""
    rows = with_standing(asked(visible_to(actor), wanted), today)
    if wanted.standing:
        rows = rows.filter(standing=wanted.standing)
    rows = with_progress(rows).filter(pk__gt=after_id).select_related("lead", "decision", "case")
    return list(rows.order_by("pk")[:limit])


def counts(actor: Actor, wanted: Wanted, today: date) -> dict[str, int]:
    """How many stand how, whatever standing is wanted; one query."""
    return counted(asked(visible_to(actor), wanted), today)


def overdue(
    actor: Actor,
    bodies: Collection[int],
    today: date,
    *,
    after: tuple[date, int] | None,
    limit: int,
) -> list[Any]:
    """Late tasks of these bodies and of those below them, the latest longest first."""
    rows = Task.objects.filter(_within(bodies) | Q(assigner__in=bodies))
    rows = with_standing(rows, today).filter(standing=Standing.LATE)
    if after:
        rows = rows.filter(Q(due_on__gt=after[0]) | Q(due_on=after[0], pk__gt=after[1]))
    rows = rows.select_related("lead", "decision", "case", "assigner")
    return list(rows.order_by("due_on", "pk")[:limit])


def _within(bodies: Collection[int]) -> Q:
    found = Q(pk=None)
    for body in bodies:
        found |= Q(lead__path__contains=f"/{body}/")
    return found


def to_do(bodies: Collection[int], today: date, *, limit: int) -> list[Any]:
    """What these bodies have to do and have not reported, what is due first at the top, the rest at the end."""
    rows = Task.objects.filter(lead__in=bodies, accepted_on=None, reported_on=None)
    rows = with_progress(with_standing(rows, today)).select_related("lead", "decision", "case")
    return list(rows.order_by(F("due_on").asc(nulls_last=True), "pk")[:limit])


def to_judge(bodies: Collection[int], today: date, *, limit: int) -> list[Any]:
    """Results that wait for these bodies, the longest waiting first."""
    rows = Task.objects.filter(assigner__in=bodies, case__state="reported")
    rows = with_standing(rows, today).select_related("lead", "decision", "case")
    return list(rows.order_by("reported_on", "pk")[:limit])


def to_answer(bodies: Collection[int], today: date, *, limit: int) -> list[Any]:
    """Tasks whose extension waits for these bodies."""
    rows = Task.objects.filter(assigner__in=bodies, extensions__answer="waiting")
    rows = with_standing(rows, today).select_related("lead", "decision", "case")
    return list(rows.order_by("due_on", "pk")[:limit])


def waiting_count(actor: Actor) -> int:
    """What waits for the actor's bodies: new tasks, results to be judged, extensions to be answered; one query."""
    new = Q(lead__in=actor.organizations(*DOING), case__state__in=("assigned", "returned"))
    judged = Q(assigner__in=actor.organizations(*JUDGING), case__state="reported")
    granting = actor.organizations(*GRANTING)
    answered = Q(assigner__in=granting, extensions__answer="waiting")
    return Task.objects.filter(new | judged | answered).distinct().count()


def by_decision(actor: Actor, today: date, *, before_id: int | None, limit: int) -> list[Any]:
    """Decisions, the newest first, with how their tasks stand; those set by them alone, not what was handed on."""
    decisions = Decision.objects.select_related("assigner").order_by("-pk")
    seen = Q(is_public=True)
    for own in actor.organizations():
        seen |= Q(assigner__path__contains=f"/{own}/")
    if before_id is not None:
        decisions = decisions.filter(pk__lt=before_id)
    found = list(decisions.filter(seen)[:limit])
    rows = Task.objects.filter(decision__in=found, parent=None)
    sets = _grouped(rows, today, "decision_id")
    return [(each, sets.get(each.pk, {})) for each in found]


def by_body(
    actor: Actor, wanted: Wanted, today: date, *, after: str = "", limit: int = 50
) -> list[dict[str, Any]]:
    """Lead bodies in Vietnamese order with how their tasks stand; one query."""
    rows = asked(visible_to(actor), wanted)
    if after:
        name, _, number = after.rpartition("|")
        behind = Q(lead__sort_name__gt=name)
        rows = rows.filter(behind | Q(lead__sort_name=name, lead__gt=whole_number(number) or 0))
    found = with_standing(rows, today).values("lead_id", "lead__name", "lead__sort_name")
    ordered = found.annotate(all=Count("pk"), **sums()).order_by("lead__sort_name", "lead_id")
    return list(ordered[:limit])


def by_area(actor: Actor, wanted: Wanted, today: date, *, limit: int = 100) -> list[dict[str, Any]]:
    """Areas of decisions with how their tasks stand; one query."""
    rows = with_standing(asked(visible_to(actor), wanted).exclude(area=""), today).values("area")
    return list(rows.annotate(all=Count("pk"), **sums()).order_by("area")[:limit])


def areas(decision: str) -> list[str]:
    """The areas of a decision, at most a hundred."""
    rows = Task.objects.filter(decision__code=decision).exclude(area="")
    return list(rows.order_by("area").values_list("area", flat=True).distinct()[:100])


def _grouped(rows: "QuerySet[Task]", today: date, column: str) -> Mapping[Any, dict[str, int]]:
    found = with_standing(rows, today).values(column).annotate(all=Count("pk"), **sums())
    return {row.pop(column): row for row in found}
