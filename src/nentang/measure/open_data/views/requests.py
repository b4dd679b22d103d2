"""Requests for data: ask, read the public answers, answer at the desk."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nentang.foundation.portal.public import PageRequest, for_everyone, for_officer, for_person
from nentang.kernel import clock
from nentang.kernel.errors import DomainError, NotFound
from nentang.kernel.text import whole_number
from nentang.measure.open_data import actions
from nentang.measure.open_data.context import said
from nentang.measure.open_data.models import DataRequest
from nentang.measure.open_data.permissions import can_answer, check_sees_request
from nentang.measure.open_data.queries import (
    answered_requests,
    datasets,
    find_request,
    requests_of,
)
from nentang.measure.open_data.registry import PUBLISHERS
from nentang.measure.open_data.rules.law import answer_days_on

PAGE = 20


@require_safe
@for_everyone
def answers(request: PageRequest) -> HttpResponse:
    """What was asked and answered, newest first; one's own above."""
    found = answered_requests(whole_number(request.GET.get("truoc", "")), PAGE + 1)
    actor = request.actor
    own = requests_of(actor.person_id) if actor.person_id and not actor.mandate_id else []
    context = {
        "answered": found[:PAGE],
        "own": [each for each in own if not each.answered_at],
        "older_url": f"?truoc={found[PAGE - 1].pk}" if len(found) > PAGE else "",
        "rule": answer_days_on(clock.legal_day(clock.now())),
        "crumbs": _crumbs(),
    }
    return render(request, "open_data/requests.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_person(assurance=1)
def ask(request: PageRequest) -> HttpResponse:
    """The form; again with what was typed where it is refused."""
    said_so = {
        name: (request.POST or request.GET).get(name, "")[:2000]
        for name in ("about", "asked", "purpose")
    }
    error = ""
    if request.method == "POST":
        try:
            made = actions.file_request(**said_so, actor=request.actor, at=clock.now())
        except DomainError as refused:
            error = refused.sentence
        else:
            return redirect("open_data:request", code=made.code)
    context = {
        **said_so,
        "error": error,
        "choices": _choices(),
        "rule": answer_days_on(clock.legal_day(clock.now())),
        "crumbs": _crumbs(),
    }
    return render(request, "open_data/ask.html", context, status=422 if error else 200)


@require_safe
@for_everyone
def request_page(request: PageRequest, code: str) -> HttpResponse:
    """An answered request for everybody; one that waits for whoever asked."""
    found = find_request(code)
    if not found.answered_at:
        check_sees_request(request.actor, found)
    own = request.actor.person_id == found.requester_id and not request.actor.mandate_id
    context = {"asked": found, "is_own": own, "crumbs": _crumbs(answers_too=True)}
    return render(request, "open_data/request.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_officer(*PUBLISHERS)
def desk_request(request: PageRequest, code: str) -> HttpResponse:
    """What was asked, and the public answer to write."""
    now = clock.now()
    found = actions.open_request(code=code, actor=request.actor, at=now)
    if not can_answer(request.actor, found):
        raise NotFound
    error = _answered(request, found) if request.method == "POST" else ""
    if request.method == "POST" and not error:
        return redirect("open_data:request", code=code)
    context: dict[str, Any] = {
        "asked": found,
        "question": request.POST.get("question", "")[:300],
        "answer": request.POST.get("answer", "")[:4000],
        "error": error,
        "crumbs": [{"label": _("Việc của tôi"), "url": reverse("casework:inbox")}],
    }
    status = 422 if error else 200
    return render(request, "open_data/desk_request.html", context, status=status)


def _answered(request: PageRequest, found: DataRequest) -> str:
    """Nothing where it was answered, else why not."""
    act = actions.refuse_request if request.POST.get("step") == "khong" else actions.answer_request
    try:
        act(
            code=found.code,
            question=request.POST.get("question", ""),
            answer=request.POST.get("answer", ""),
            actor=request.actor,
            at=clock.now(),
        )
    except DomainError as refused:
        return str(refused.sentence)
    return ""


def _choices() -> list[tuple[str, str]]:
    """Datasets first, then the bodies that keep some."""
    found = datasets()
    sets = [(each.dataset.code, said(each.declaration.title)) for each in found if each.number]
    bodies = {str(each.dataset.owner_id): each.dataset.owner.name for each in found}
    return [
        *sets,
        *(
            (number, _("Dữ liệu khác của %(body)s") % {"body": name})
            for number, name in bodies.items()
        ),
    ]


def _crumbs(*, answers_too: bool = False) -> list[dict[str, str]]:
    crumbs = [{"label": _("Dữ liệu mở"), "url": reverse("open_data:catalogue")}]
    if answers_too:
        crumbs.append({"label": _("Yêu cầu dữ liệu"), "url": reverse("open_data:requests")})
    return crumbs
