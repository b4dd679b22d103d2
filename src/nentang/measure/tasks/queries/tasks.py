"""Reads of single tasks: what they are part of, what they are made of, what was shown and asked for them."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from nentang.measure.tasks.enums import Answer, Verdict
from nentang.measure.tasks.errors import TaskNotFound
from nentang.measure.tasks.models import Evidence, Extension, Task, TaskSupport

from .standing import with_standing

TOGETHER = ("case", "decision", "decision__assigner", "lead", "assigner", "parent")
MOST_PARTS = 300


def find_task(code: str) -> Task:
    """The task of that code with its case and bodies; TaskNotFound."""
    found = Task.objects.select_related(*TOGETHER).filter(code=code).first()
    if found is None:
        raise TaskNotFound
    return found


def task_to_change(code: str) -> Task:
    """The same, locked until the transaction ends."""
    rows = Task.objects.select_for_update(of=("self",)).select_related(*TOGETHER)
    found = rows.filter(code=code).first()
    if found is None:
        raise TaskNotFound
    return found


def task_standing(code: str, today: date) -> Any:
    """The task with `standing` on that day."""
    found = with_standing(Task.objects.select_related(*TOGETHER), today).filter(code=code).first()
    if found is None:
        raise TaskNotFound
    return found


def parts_of(task: Task, today: date) -> list[Any]:
    """What was handed on, with how it stands; at most three hundred."""
    rows = with_standing(Task.objects.filter(parent=task), today).select_related("lead", "case")
    return list(with_progress(rows).order_by("lead__sort_name", "pk")[:MOST_PARTS])


def with_progress(rows: Any) -> Any:
    """The rows, each with `parts_all` and `parts_done`: what was handed on directly, and is done of it."""
    parts = Task.objects.filter(parent=OuterRef("pk")).order_by().values("parent")
    every = parts.annotate(n=Count("pk")).values("n")
    done = parts.annotate(n=Count("pk", filter=Q(accepted_on__isnull=False))).values("n")
    return rows.annotate(
        parts_all=Coalesce(Subquery(every), 0), parts_done=Coalesce(Subquery(done), 0)
    )


def unfinished_parts(task: Task) -> int:
    """How many of its parts are not done."""
    return Task.objects.filter(parent=task, accepted_on=None).count()


def leaves_of(task: Task) -> tuple[int, int]:
    """Of all that it came to at last, how many there are and how many are done; one query."""
    below = Task.objects.filter(path__startswith=task.path).exclude(pk=task.pk)
    leaves = below.filter(parts=None)
    found = leaves.aggregate(all=Count("pk"), done=Count("pk", filter=Q(accepted_on__isnull=False)))
    return found["all"], found["done"]


def evidence_of(task: Task) -> list[Evidence]:
    """All that was shown, the latest first, at most fifty."""
    return list(task.evidence.select_related("file").order_by("-number")[:50])


def waiting_evidence(task: Task) -> Evidence | None:
    """What waits to be judged."""
    return task.evidence.filter(verdict=Verdict.WAITING).order_by("-number").first()


def extensions_of(task: Task) -> list[Extension]:
    """All that was asked, the latest first, at most fifty."""
    return list(task.extensions.order_by("-pk")[:50])


def waiting_extension(task: Task) -> Extension | None:
    """What waits for an answer, locked until the transaction ends."""
    return task.extensions.filter(answer=Answer.WAITING).first()


def fallen_due(today: date, limit: int) -> list[Task]:
    """Tasks whose deadline has passed without a result and that were not counted yet; none that wait for an answer."""
    waiting = Extension.objects.filter(answer=Answer.WAITING).values("task")
    rows = Task.objects.filter(
        due_on__lt=today, accepted_on=None, reported_on=None, counted_due_on=None
    ).exclude(pk__in=waiting)
    return list(rows.order_by("due_on", "pk")[:limit])


def supports_of(task_ids: Collection[int]) -> dict[int, list[str]]:
    """The names of the bodies that help, by task; one query."""
    found: dict[int, list[str]] = {}
    rows = TaskSupport.objects.filter(task__in=task_ids)
    for task_id, name in rows.order_by("pk").values_list("task_id", "organization__name"):
        found.setdefault(task_id, []).append(name)
    return found
