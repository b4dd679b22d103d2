"""Requests about one's data: asking, following, taking back."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nentang.foundation.casework.public import timeline
from nentang.foundation.portal.public import PageRequest, for_person
from nentang.kernel import clock
from nentang.kernel.errors import DomainError
from nentang.trust.personal_data.actions import file_request, withdraw_request
from nentang.trust.personal_data.forms import RequestForm
from nentang.trust.personal_data.models import SubjectRequest
from nentang.trust.personal_data.permissions import check_is_own_request, check_own_name
from nentang.trust.personal_data.queries import request_named
from nentang.trust.personal_data.rules.requests import answering_on


@require_http_methods(["GET", "HEAD", "POST"])
@for_person(assurance=2)
def ask(request: PageRequest) -> HttpResponseBase:
    """Ask a body something about one's data."""
    check_own_name(request.actor)
    today = clock.legal_day(clock.now())
    form = RequestForm(request.POST or None, on=today)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("personal_data:request", _file(request, form).case.code)
        except DomainError as refusal:
            form.add_error(None, refusal.sentence)
    context = {"form": form, "law": answering_on(today)}
    status = 422 if form.errors else 200
    return render(request, "personal_data/ask.html", context, status=status)


@require_safe
@for_person()
def follow(request: PageRequest, code: str) -> HttpResponse:
    """Where one's request stands, and the answer."""
    own = request_named(code)
    check_is_own_request(request.actor, own)
    context = {"asked": own, "case": own.case, "timeline": timeline(own.case)}
    return render(request, "personal_data/request.html", context)


@require_POST
@for_person()
def withdraw(request: PageRequest, code: str) -> HttpResponseBase:
    """Take a request back."""
    withdraw_request(code=code, actor=request.actor, at=clock.now())
    messages.success(request, _("Đã rút yêu cầu."))
    return redirect("personal_data:request", code)


def _file(request: PageRequest, form: RequestForm) -> SubjectRequest:
    entered = form.cleaned_data
    return file_request(
        kind=entered["kind"],
        organization_id=int(entered["organization"]),
        about=entered["about"],
        words=entered["words"],
        actor=request.actor,
        at=clock.now(),
    )
