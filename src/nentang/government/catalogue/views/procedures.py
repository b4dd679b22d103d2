"""Which procedures an office owns, and what it published of one."""

from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy

from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.catalogue.permissions import can_begin
from nentang.government.catalogue.queries import (
    bundle_on,
    drafts_by_procedure,
    own_bundles,
    published,
    put_away,
)
from nentang.government.catalogue.registry import ROLES
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
    bundle = bundle_on(procedure, today)
    context = {
        "bundle": bundle,
        "today": today,
        "draft": drafts_by_procedure([procedure]).get(procedure),
        "versions": published(procedure),
        "put_away": put_away(request.actor, procedure),
        "may_begin": can_begin(request.actor, bundle.procedure.field, today),
        "tomorrow": today + timedelta(days=1),
        "next_month": next_month(today),
        "crumbs": [HOME],
    }
    return render(request, "catalogue/history.html", context)


def next_month(day: date) -> date:
    """The first of the month after that day."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
