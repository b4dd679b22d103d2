"""Which procedures an office owns, and what it published of one."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy

from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.catalogue.queries import (
    bundle_on,
    drafts_by_procedure,
    own_bundles,
    published,
    put_away,
)
from nentang.government.catalogue.registry import ROLES, WRITER
from nentang.kernel import clock

HOME = {"label": gettext_lazy("Soạn thủ tục"), "url": reverse_lazy("catalogue:procedures")}


@for_officer(*ROLES)
def procedures(request: PageRequest) -> HttpResponse:
    """The procedures of the actor's ministry, with the draft of each."""
    found = own_bundles(request.actor, clock.legal_day(clock.now()))
    drafts = drafts_by_procedure([each.code for each in found])
    rows = [{"bundle": each, "draft": drafts.get(each.code)} for each in found]
    return render(request, "catalogue/procedures.html", {"rows": rows})


@for_officer(*ROLES)
def history(request: PageRequest, procedure: str) -> HttpResponse:
    """What holds, what was published and is to come, and drafts that were put away."""
    today = clock.legal_day(clock.now())
    context = {
        "bundle": bundle_on(procedure, today),
        "today": today,
        "draft": drafts_by_procedure([procedure]).get(procedure),
        "versions": published(procedure),
        "put_away": put_away(request.actor, procedure),
        "may_write": request.actor.has_role(WRITER),
        "crumbs": [HOME],
    }
    return render(request, "catalogue/history.html", context)
