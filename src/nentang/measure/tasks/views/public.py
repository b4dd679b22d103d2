"""What everybody reads: decisions, tasks with how they stand, boards, who steers."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from msgspec.structs import replace

from nentang.foundation.documents.public import files_of_subject
from nentang.foundation.portal.public import PageRequest, csv_file, for_everyone
from nentang.kernel import clock
from nentang.measure.tasks.context import (
    board_context,
    decisions_context,
    list_context,
    list_table,
    steering_context,
    task_context,
    wanted_of,
)
from nentang.measure.tasks.permissions import can_import, check_can_see, check_sees_decision
from nentang.measure.tasks.queries import find_decision, find_task

from .steps import steps_for


@require_safe
@for_everyone
def overview(request: PageRequest) -> HttpResponse:
    """Decisions with how their tasks stand."""
    today = clock.legal_day(clock.now())
    context = decisions_context(request.actor, request.GET.dict(), today)
    return render(request, "tasks/overview.html", context)


@require_safe
@for_everyone
def decision_page(request: PageRequest, code: str) -> HttpResponse:
    """The tasks that one decision sets; what was handed on stands with each."""
    decision = find_decision(code)
    check_sees_decision(request.actor, decision)
    said, here = request.GET.dict(), reverse("tasks:decision", args=[code])
    today = clock.legal_day(clock.now())
    wanted = replace(wanted_of(said, code), whole_only=True)
    is_setter = can_import(request.actor, decision.assigner_id)
    context = {
        **list_context(request.actor, wanted, said, today, here),
        "decision": decision,
        "is_setter": is_setter,
        "files": files_of_subject(f"assigning_decision:{decision.pk}") if is_setter else [],
    }
    return render(request, "tasks/decision.html", context)


@require_safe
@for_everyone
def task_list(request: PageRequest) -> HttpResponse:
    """Tasks of all decisions."""
    said, today = request.GET.dict(), clock.legal_day(clock.now())
    context = list_context(request.actor, wanted_of(said), said, today, reverse("tasks:list"))
    return render(request, "tasks/list.html", context)


@require_safe
@for_everyone
def table(request: PageRequest) -> HttpResponse:
    """The same as CSV."""
    today = clock.legal_day(clock.now())
    head, rows = list_table(request.actor, wanted_of(request.GET.dict()), today)
    return csv_file("nhiem-vu", head, rows)


@require_safe
@for_everyone
def board(request: PageRequest) -> HttpResponse:
    """How tasks stand by lead body or by area."""
    said, today = request.GET.dict(), clock.legal_day(clock.now())
    context = board_context(request.actor, wanted_of(said), said, today)
    return render(request, "tasks/board.html", context)


@require_safe
@for_everyone
def task_page(request: PageRequest, code: str) -> HttpResponse:
    """One task."""
    task = find_task(code)
    check_can_see(request.actor, task)
    at = clock.now()
    context = {
        **task_context(code, request.actor, at),
        "steps": steps_for(task, request.actor, at),
    }
    return render(request, "tasks/task.html", context)


@require_safe
@for_everyone
def steering(request: PageRequest) -> HttpResponse:
    """Which ministries and provinces have a committee and a plan."""
    today = clock.legal_day(clock.now())
    context = steering_context(request.actor, request.GET.dict(), today)
    return render(request, "tasks/steering.html", context)
