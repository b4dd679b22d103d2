"""The officer's pages: what waits, taking steps, handing a task on."""

from typing import Any, BinaryIO, cast

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from nentang.foundation.documents.public import store_file
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.kernel import clock
from nentang.kernel.errors import DomainError, NotAllowed, NotFound
from nentang.kernel.text import whole_number
from nentang.measure.tasks import actions
from nentang.measure.tasks.context import lines_of, task_context
from nentang.measure.tasks.errors import ChangedMeanwhile, LaterThanWhole, NotYourTask
from nentang.measure.tasks.models import Task
from nentang.measure.tasks.permissions import assigns_for, check_can_see, check_does
from nentang.measure.tasks.queries import (
    being_read,
    bodies_below,
    find_task,
    overdue,
    to_answer,
    to_do,
    to_judge,
)
from nentang.measure.tasks.registry import DOING, GRANTING, JUDGING
from nentang.measure.tasks.rules.intake import Part

from .steps import BY_NAME, Taken, steps_for

SHOWN = 30


@require_safe
@for_officer()
def desk(request: PageRequest) -> HttpResponse:
    """What waits for the officer's bodies: to be judged, to be answered, to be done; and what is late."""
    actor, today = request.actor, clock.legal_day(clock.now())
    doing = to_do(actor.organizations(*DOING), today, limit=SHOWN)
    judging = to_judge(actor.organizations(*JUDGING), today, limit=SHOWN)
    answering = to_answer(actor.organizations(*GRANTING), today, limit=SHOWN)
    context = {
        "doing": lines_of(doing, today),
        "judging": lines_of(judging, today),
        "answering": lines_of(answering, today),
        "reading": being_read(assigns_for(actor), limit=10),
        "may_set": bool(assigns_for(actor)),
    }
    return render(request, "tasks/desk.html", context)


@require_safe
@for_officer()
def late(request: PageRequest) -> HttpResponse:
    """Late tasks of the officer's bodies and of those below, the longest late first."""
    actor, today = request.actor, clock.legal_day(clock.now())
    day, _bar, number = request.GET.get("sau", "").partition("|")
    after = _after(day, number)
    found = overdue(actor, actor.organizations(), today, after=after, limit=SHOWN + 1)
    last = found[SHOWN - 1] if len(found) > SHOWN else None
    context = {
        "lines": lines_of(found[:SHOWN], today),
        "older_url": f"?sau={last.due_on}|{last.pk}" if last else "",
        "crumbs": _crumbs(None),
    }
    return render(request, "tasks/late.html", context)


@require_POST
@for_officer()
def take_step(request: PageRequest, code: str, step: str) -> HttpResponse:
    """Take one step; what was typed is shown again where it is refused."""
    task = _seen(request, code)
    if step not in BY_NAME:
        raise NotFound
    if not BY_NAME[step].may(request.actor, task):
        raise NotYourTask  # before any file is kept
    try:
        if request.POST.get("version", "") != str(task.case.version):
            raise ChangedMeanwhile
        with transaction.atomic():
            BY_NAME[step].run(_taken(request, task))
    except (NotFound, NotAllowed):
        raise
    except DomainError as error:
        return _show(request, code, error=error.sentence, opened=step)
    messages.success(request, _("Đã làm xong: %(step)s.") % {"step": BY_NAME[step].title})
    return redirect("tasks:task", code=code)


@for_officer()
def hand_on(request: PageRequest, code: str) -> HttpResponse:
    """Hand a task on to bodies below: choose them, say what and by when."""
    task = _seen(request, code)
    check_does(request.actor, task)
    if request.method != "POST":
        return _hand_on_page(request, task)
    try:
        made = actions.cascade_task(
            code=code, parts=_parts(request, task), actor=request.actor, at=clock.now()
        )
    except (NotFound, NotAllowed):
        raise
    except DomainError as error:
        return _hand_on_page(request, task, error=error.sentence, status=422)
    said = ngettext("Đã giao xuống %(n)s cơ quan.", "Đã giao xuống %(n)s cơ quan.", len(made))
    messages.success(request, said % {"n": len(made)})
    return redirect("tasks:task", code=code)


def _taken(request: PageRequest, task: Task) -> Taken:
    file, at = request.FILES.get("file"), clock.now()
    kept = None
    if file is not None:
        kept = store_file(
            content=cast(BinaryIO, file),
            filename=file.name or "",
            organization_id=task.lead_id,
            actor=request.actor,
            at=at,
        )
    typed = {name: str(value) for name, value in request.POST.items()}
    return Taken(task.code, typed, kept.pk if kept else None, request.actor, at)


def _show(request: PageRequest, code: str, *, error: str, opened: str) -> HttpResponse:
    at = clock.now()
    context = {
        **task_context(code, request.actor, at),
        "steps": steps_for(find_task(code), request.actor, at),
        "error": error,
        "opened": opened,
        "typed": request.POST.dict(),
    }
    return render(request, "tasks/task.html", context, status=422)


def _parts(request: PageRequest, task: Task) -> list[Part]:
    typed = request.POST.get("han", "")
    try:
        due_on = parse_date(typed) if typed else None
    except ValueError:
        due_on = None
    if typed and due_on is None:
        raise LaterThanWhole(day=f"{task.due_on:%d/%m/%Y}" if task.due_on else "–")
    text = request.POST.get("viec", "")[:2000]
    chosen = [whole_number(each) for each in request.POST.getlist("noi")[:300]]
    return [Part(each, text, due_on) for each in chosen if each is not None]


def _hand_on_page(
    request: PageRequest, task: Task, *, error: str = "", status: int = 200
) -> HttpResponse:
    have = set(task.parts.values_list("lead_id", flat=True))
    chosen = {whole_number(each) for each in request.POST.getlist("noi")}
    bodies: list[dict[str, Any]] = [
        {"body": each, "has_one": each.pk in have, "is_chosen": each.pk in chosen}
        for each in bodies_below(task.lead, clock.legal_day(clock.now()))
    ]
    context = {
        "task": task,
        "bodies": bodies,
        "is_any_free": any(not each["has_one"] for each in bodies),
        "text": request.POST.get("viec", task.text),
        "day": request.POST.get("han", task.due_on.isoformat() if task.due_on else ""),
        "error": error,
        "crumbs": _crumbs(task),
    }
    return render(request, "tasks/hand_on.html", context, status=status)


def _seen(request: PageRequest, code: str) -> Task:
    task = find_task(code)
    check_can_see(request.actor, task)
    return task


def _after(day: str, number: str) -> Any:
    try:
        found = parse_date(day)
    except ValueError:
        found = None
    return (found, whole_number(number) or 0) if found else None


def _crumbs(task: Task | None) -> list[dict[str, str]]:
    crumbs = [{"label": _("Nhiệm vụ được giao"), "url": reverse("tasks:desk")}]
    if task:
        crumbs.append({"label": task.code, "url": reverse("tasks:task", args=[task.code])})
    return crumbs
