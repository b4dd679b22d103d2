"""The officer's page of a complaint, and the page on which a body explains."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nentang.foundation.casework.public import holders
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.complaints import actions
from nentang.government.complaints.enums import Instance
from nentang.government.complaints.errors import ChangedMeanwhile
from nentang.government.complaints.models import Complaint
from nentang.government.complaints.permissions import is_kept_from, works_at
from nentang.government.complaints.rules.terms import acceptance_days_on, resolution_terms_on
from nentang.kernel import clock
from nentang.kernel.errors import DomainError, NotAllowed, NotFound
from nentang.kernel.law import Rule

from .citizen import complaint_context
from .desk_steps import BY_NAME, Taken, steps_for


@for_officer()
def complaint_page(request: PageRequest, code: str) -> HttpResponse:
    """The complaint with its terms, explanations, dialogues and next steps."""
    return _show(request, _opened(request, code))


@require_POST
@for_officer()
def take_step(request: PageRequest, code: str, step: str) -> HttpResponse:
    """Take one step; what was typed is shown again where it is refused."""
    complaint = _opened(request, code)
    if step not in BY_NAME:
        raise NotFound
    try:
        if request.POST.get("version", "") != str(complaint.case.version):
            raise ChangedMeanwhile
        BY_NAME[step].run(_taken(request, code))
    except (NotFound, NotAllowed):
        raise
    except DomainError as error:
        return _show(request, _opened(request, code), error=error.sentence, opened=step, status=422)
    return redirect("complaints:desk", code=code)


@for_officer()
def explanation_page(request: PageRequest, code: str) -> HttpResponse:
    """The question with its due time; the explanation once it is given."""
    now = clock.now()
    explanation = actions.open_explanation(code=code, actor=request.actor, at=now)
    error, answer = "", request.POST.get("answer", "")[:4000]
    if request.method == "POST":
        try:
            actions.answer_explanation(code=code, answer=answer, actor=request.actor, at=now)
        except DomainError as refused:
            error = refused.sentence
        else:
            return redirect("casework:inbox")
    context = {
        "explanation": explanation,
        "crumbs": [{"label": _("Việc của tôi"), "url": reverse("casework:inbox")}],
        "error": error,
        "answer": answer,
    }
    return render(request, "complaints/explanation.html", context, status=422 if error else 200)


def _opened(request: PageRequest, code: str) -> Complaint:
    """For officers where it is settled or explained; the person has a page of their own."""
    complaint = actions.open_complaint(code=code, actor=request.actor, at=clock.now())
    if not works_at(request.actor, complaint):
        raise NotFound
    return complaint


def _show(
    request: PageRequest,
    complaint: Complaint,
    *,
    error: str = "",
    opened: str = "",
    status: int = 200,
) -> HttpResponse:
    now = clock.now()
    is_kept = is_kept_from(request.actor, complaint, at=now)
    context = {
        **complaint_context(complaint),
        "crumbs": [{"label": _("Việc của tôi"), "url": reverse("casework:inbox")}],
        "holders": holders(complaint.case, at=now),
        "explanations": complaint.explanations.select_related("case__holder").order_by("id"),
        "dialogues": complaint.dialogues.order_by("id"),
        "terms": _terms(complaint),
        "is_kept_from": is_kept,
        "desk_steps": [] if is_kept else steps_for(complaint, request.actor),
        "error": error,
        "opened": opened,
        "text": request.POST.get("text", "")[:4000],
    }
    return render(request, "complaints/desk_complaint.html", context, status=status)


def _terms(complaint: Complaint) -> Rule[Any]:
    """The rule by which the office has to answer next: acceptance, then decision."""
    if complaint.accepted_at is None:
        return acceptance_days_on(clock.legal_day(complaint.filed_at))
    day = clock.legal_day(complaint.accepted_at)
    return resolution_terms_on(day, Instance(complaint.instance))


def _taken(request: PageRequest, code: str) -> Taken:
    return Taken(
        code=code,
        text=request.POST.get("text", "")[:4000],
        day=_day(request.POST.get("day", "")),
        number=_number(request.POST.get("number", "")),
        difficulty=request.POST.get("difficulty", ""),
        verdict=request.POST.get("verdict", ""),
        remedy=request.POST.get("remedy", ""),
        actor=request.actor,
        at=clock.now(),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0
