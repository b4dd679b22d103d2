"""The desk of those who plan: their body's targets, the form, the steps."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import kind_named, timeline
from nentang.foundation.organizations.public import Organization
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.kernel import clock
from nentang.kernel.errors import DomainError, Invalid, NotAllowed, NotFound
from nentang.kernel.text import whole_number
from nentang.measure.programme import actions
from nentang.measure.programme.context import desk_fields, spoken, typed_of
from nentang.measure.programme.errors import DraftChanged, TargetChangedMeanwhile
from nentang.measure.programme.models import PlanTarget
from nentang.measure.programme.permissions import (
    can_approve,
    can_lead,
    can_plan,
    check_sees_desk,
    has_plan,
)
from nentang.measure.programme.queries import drafts_of, find_plan_target, versions_of
from nentang.measure.programme.registry import PLAN_TARGET, PLANNING
from nentang.measure.programme.rules.terms import from_kept

from .obstacles import day_of

SHOWN = 30
TONES = {"draft": "wait", "submitted": "info", "published": "ok"}
Run = Callable[[PageRequest, str, Actor, datetime], object]


@require_safe
@for_officer(*PLANNING)
def mine(request: PageRequest) -> HttpResponse:
    """The targets of the officer's bodies, newest first."""
    bodies = request.actor.organizations(*PLANNING)
    before = whole_number(request.GET.get("truoc", ""))
    found = drafts_of(bodies, before_id=before, limit=SHOWN + 1)
    context = {
        "rows": [{"target": each, "state": _state(each)} for each in found[:SHOWN]],
        "older_url": f"?truoc={found[SHOWN - 1].pk}" if len(found) > SHOWN else "",
        "may_begin": bool(_planning_bodies(request.actor)),
        "crumbs": _crumbs(),
    }
    return render(request, "programme/desk.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_officer(*PLANNING)
def begin(request: PageRequest) -> HttpResponse:
    """A new target; the draft is kept as it is, complete or not."""
    bodies = _planning_bodies(request.actor)
    typed = typed_of(request.POST)
    if request.method == "POST":
        wanted = whole_number(request.POST.get("body", "")) or (bodies[0].pk if bodies else 0)
        made = actions.draft_target(
            organization_id=wanted, typed=typed, actor=request.actor, at=clock.now()
        )
        return _saved(request, made)
    context = {**desk_fields(typed, {}), "bodies": bodies, "crumbs": [*_crumbs(), _desk_crumb()]}
    return render(request, "programme/begin.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_officer()
def desk_target(request: PageRequest, code: str) -> HttpResponse:
    """The form while it is drafted, else what waits or holds; steps, versions, what happened."""
    target = _seen(request, code)
    if request.method != "POST":
        return _show(request, target)
    typed = typed_of(request.POST)
    try:
        saved = actions.save_target(
            code=code,
            typed=typed,
            draft_version=whole_number(request.POST.get("draft_version", "")) or 0,
            actor=request.actor,
            at=clock.now(),
        )
    except (NotFound, NotAllowed):
        raise
    except DomainError as refused:
        is_conflict = isinstance(refused, DraftChanged)
        return _show(
            request,
            target,
            error=refused.sentence,
            typed=typed,
            is_conflict=is_conflict,
            status=422,
        )
    return _saved(request, saved)


@require_POST
@for_officer()
def take_step(request: PageRequest, code: str, step: str) -> HttpResponse:
    """Take one step; what was typed is shown again where it is refused."""
    target = _seen(request, code)
    if step not in STEPS:
        raise NotFound
    try:
        if request.POST.get("version", "") != str(target.case.version):
            raise TargetChangedMeanwhile
        STEPS[step](request, code, request.actor, clock.now())
    except (NotFound, NotAllowed):
        raise
    except DomainError as refused:
        faults = refused.fields if isinstance(refused, Invalid) else {}
        again = _seen(request, code)
        return _show(request, again, error=refused.sentence, faults=faults, opened=step, status=422)
    messages.success(request, _("Đã làm xong."))
    return redirect("programme:desk_target", code=code)


STEPS: dict[str, Run] = {
    "trinh": lambda r, code, actor, at: actions.submit_target(code=code, actor=actor, at=at),
    "duyet": lambda r, code, actor, at: actions.approve_target(code=code, actor=actor, at=at),
    "tra-lai": lambda r, code, actor, at: actions.hand_back_target(
        code=code, reason=r.POST.get("text", ""), actor=actor, at=at
    ),
    "sua-doi": lambda r, code, actor, at: actions.revise_target(
        code=code, reason=r.POST.get("text", ""), actor=actor, at=at
    ),
    "ghi-so": lambda r, code, actor, at: actions.report_value(
        code=code,
        typed=r.POST.get("value", ""),
        on_day=day_of(r.POST.get("on_day", "")),
        source=r.POST.get("source", ""),
        actor=actor,
        at=at,
    ),
}


def _saved(request: PageRequest, target: PlanTarget) -> HttpResponse:
    """Back to the form, or on to submitting where that was asked."""
    if request.POST.get("lam") == "trinh":
        try:
            actions.submit_target(code=target.code, actor=request.actor, at=clock.now())
        except Invalid as refused:
            again = _seen(request, target.code)
            return _show(request, again, error=refused.sentence, faults=refused.fields, status=422)
        messages.success(request, _("Đã trình duyệt. Lãnh đạo sẽ thấy trong việc của mình."))
    else:
        messages.success(request, _("Đã lưu bản nháp."))
    return redirect("programme:desk_target", code=target.code)


def _show(
    request: PageRequest,
    target: PlanTarget,
    *,
    typed: dict[str, str] | None = None,
    faults: dict[str, list[str]] | None = None,
    error: str = "",
    opened: str = "",
    is_conflict: bool = False,
    status: int = 200,
) -> HttpResponse:
    actor, state = request.actor, target.case.state
    versions = versions_of(target)
    holds = next((from_kept(v.terms) for v in versions if v.number == target.published), None)
    context: dict[str, Any] = {
        **desk_fields(target.draft if typed is None else typed, faults or {}),
        "target": target,
        "state": _state(target),
        "is_drafting": state == "draft" and can_plan(actor, target),
        "may_approve": state == "submitted" and can_approve(actor, target),
        "may_hand_back": state == "submitted" and can_lead(actor, target),
        "may_revise": state == "published" and can_plan(actor, target),
        "may_report": bool(holds and not holds.indicator) and can_plan(actor, target),
        "is_own_draft": actor.account_id == target.drafted_by_id,
        "versions": versions,
        "timeline": timeline(target.case),
        "crumbs": [*_crumbs(), _desk_crumb()],
        "error": error,
        "opened": opened,
        "is_conflict": is_conflict,
        "sent": request.POST,
    }
    return render(request, "programme/desk_target.html", context, status=status)


def _seen(request: PageRequest, code: str) -> PlanTarget:
    target = find_plan_target(code)
    check_sees_desk(request.actor, target)
    return target


def _state(target: PlanTarget) -> dict[str, str]:
    state = target.case.state
    return {"words": kind_named(PLAN_TARGET).states[state].title(spoken()), "tone": TONES[state]}


def _planning_bodies(actor: Actor) -> list[Organization]:
    own = Organization.objects.filter(pk__in=actor.organizations(*PLANNING)).order_by("pk")
    return [each for each in own if has_plan(each)]


def _crumbs() -> list[dict[str, str]]:
    return [{"label": _("Mục tiêu"), "url": reverse("programme:targets")}]


def _desk_crumb() -> dict[str, str]:
    return {"label": _("Mục tiêu của cơ quan"), "url": reverse("programme:desk")}
