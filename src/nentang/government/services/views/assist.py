"""Declaring for somebody at the counter what is more than one procedure, under their written consent."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from nentang.foundation.organizations.public import organization
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.services.actions import begin_assisting
from nentang.government.services.forms import AssistForm
from nentang.government.services.registry import AssistedMatter, assisted_matters
from nentang.kernel import clock
from nentang.kernel.errors import DomainError, NotFound

from .counter import applicant_at


@for_officer("clerk")
def assist(request: PageRequest) -> HttpResponse:
    """Who came, for what, and which paper they signed; then the matter's own pages."""
    now = clock.now()
    matters = assisted_matters(clock.legal_day(now))
    asked = AssistForm(request.POST or None)
    if request.method != "POST" or not asked.is_valid():
        return _show(request, asked, matters, status=422 if asked.errors else 200)
    try:
        applicant = applicant_at(request, asked)
        if applicant is None:
            return _show(request, asked, matters, unknown=True)
        matter = _named(matters, asked.cleaned_data["matter"])
        acting = begin_assisting(
            person_id=applicant.id,
            consent=asked.cleaned_data["consent"],
            actor=request.actor,
            at=now,
        )
        return HttpResponseRedirect(matter.begin(acting, now))
    except NotFound:
        raise
    except DomainError as error:
        return _show(request, asked, matters, error=error.sentence, status=422)


def _named(matters: list[AssistedMatter], name: str) -> AssistedMatter:
    for each in matters:
        if each.name == name:
            return each
    raise NotFound


def _show(
    request: PageRequest,
    asked: AssistForm,
    matters: list[AssistedMatter],
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    context = {
        "body": organization(request.actor.organizations("clerk")[0]),
        "matters": matters,
        "form": asked,
        "crumbs": [{"label": _("Tiếp nhận"), "url": reverse("services:counter")}],
        **more,
    }
    return render(request, "services/assist.html", context, status=status)
