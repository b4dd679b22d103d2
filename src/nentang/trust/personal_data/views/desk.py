"""The desk of those who answer for personal data in a body."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nentang.foundation.casework.public import timeline
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.kernel import clock
from nentang.kernel.errors import DomainError, NotAllowed, NotFound
from nentang.trust.personal_data.actions import (
    grant_request,
    lift_hold,
    open_request,
    place_hold,
    refuse_request,
)
from nentang.trust.personal_data.adapters.on_request import rule_against, shares_of
from nentang.trust.personal_data.enums import ROLE, RequestKind
from nentang.trust.personal_data.forms import HoldForm
from nentang.trust.personal_data.queries import holds_of, last_runs, requests_at_desk

GRANT, REFUSE = "lam-theo", "tu-choi"


@require_safe
@for_officer(ROLE)
def desk(request: PageRequest) -> HttpResponse:
    """What waits, and the last runs of erasure."""
    context = {
        "requests": requests_at_desk(request.actor),
        "holds": [hold for hold in holds_of(request.actor) if hold.lifted_at is None],
        "runs": last_runs(),
    }
    return render(request, "personal_data/desk.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_officer(ROLE)
def holds(request: PageRequest) -> HttpResponseBase:
    """Holds on erasure: place one, see all."""
    form = HoldForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            place_hold(**form.cleaned_data, actor=request.actor, at=clock.now())
        except DomainError as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Đã giữ: việc này chưa bị xóa dữ liệu."))
            return redirect("personal_data:holds")
    context = {"form": form, "holds": holds_of(request.actor)}
    status = 422 if form.errors else 200
    return render(request, "personal_data/holds.html", context, status=status)


@require_POST
@for_officer(ROLE)
def lift(request: PageRequest, hold_id: int) -> HttpResponseBase:
    """Let erasure of a case go on."""
    lift_hold(hold_id=hold_id, actor=request.actor, at=clock.now())
    messages.success(request, _("Đã gỡ lệnh giữ."))
    return redirect("personal_data:holds")


@require_http_methods(["GET", "HEAD", "POST"])
@for_officer(ROLE)
def request_page(request: PageRequest, code: str) -> HttpResponseBase:
    """One request: what is asked, what the law lets go, the answer."""
    if request.method == "POST":
        try:
            _answer(request, code)
        except (NotFound, NotAllowed):
            raise
        except DomainError as refusal:
            return _show(request, code, error=refusal.sentence, status=422)
        messages.success(request, _("Đã trả lời."))
        return redirect("personal_data:desk_request", code)
    return _show(request, code)


def _answer(request: PageRequest, code: str) -> None:
    answer, now = request.POST.get("answer", "")[:4000], clock.now()
    if request.POST.get("do") == GRANT:
        grant_request(code=code, answer=answer, actor=request.actor, at=now)
    else:
        rule = request.POST.get("rule", "")[:300]
        refuse_request(code=code, answer=answer, rule=rule, actor=request.actor, at=now)


def _show(request: PageRequest, code: str, *, error: str = "", status: int = 200) -> HttpResponse:
    now = clock.now()
    asked = open_request(code=code, actor=request.actor, at=now)
    today, is_erasure = clock.legal_day(now), asked.kind == RequestKind.ERASURE
    shares = shares_of(asked.person_id, day=today) if is_erasure and asked.person_id else []
    context = {
        "asked": asked,
        "case": asked.case,
        "timeline": timeline(asked.case),
        "shares": shares,
        "rule": request.POST.get("rule", "")
        or (rule_against(asked.about, today) if is_erasure else ""),
        "answer": request.POST.get("answer", ""),
        "error": error,
    }
    return render(request, "personal_data/desk_request.html", context, status=status)
