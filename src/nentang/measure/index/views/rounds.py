"""A round as whoever appraises and publishes sees it; opening one."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nentang.foundation.organizations.public import organization
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.kernel import clock
from nentang.kernel.errors import DomainError, NotAllowed, NotFound
from nentang.kernel.text import whole_number
from nentang.measure.index import actions
from nentang.measure.index.context.desk import bodies_to_ask, round_context
from nentang.measure.index.enums import APPRAISER, PUBLISHER
from nentang.measure.index.models import Round
from nentang.measure.index.permissions import check_can_see_round
from nentang.measure.index.queries import find_round
from nentang.measure.index.rules.framework import FAMILIES, law_of

from .steps import ROUND_STEPS


@require_safe
@for_officer(APPRAISER, PUBLISHER)
def round_page(request: PageRequest, round_id: int) -> HttpResponse:
    """The sheets of a round, its proposal, its versions."""
    return _show(request, _seen(request, round_id))


@require_POST
@for_officer(APPRAISER, PUBLISHER)
def take_round_step(request: PageRequest, round_id: int, step: str) -> HttpResponse:
    """Propose or publish."""
    found = _seen(request, round_id)
    if step not in ROUND_STEPS:
        raise NotFound
    try:
        ROUND_STEPS[step](request, found, clock.now())
    except (NotFound, NotAllowed):
        raise
    except DomainError as error:
        return _show(request, found, error=error.sentence, status=422)
    return redirect("index:round", round_id=round_id)


@require_http_methods(["GET", "HEAD", "POST"])
@for_officer(PUBLISHER)
def open_round(request: PageRequest) -> HttpResponse:
    """Ask a framework of bodies."""
    now = clock.now()
    own = sorted(request.actor.organizations(PUBLISHER))
    error = ""
    if request.method == "POST":
        try:
            opened = actions.open_round(
                family=request.POST.get("family", ""),
                year=whole_number(request.POST.get("year", "")) or 0,
                appraised_by_id=whole_number(request.POST.get("body", "")) or 0,
                organization_ids=[
                    number
                    for text in request.POST.getlist("asked")[:300]
                    if (number := whole_number(text))
                ],
                answer_by=_day(request.POST.get("answer_by", "")),
                actor=request.actor,
                at=now,
            )
        except DomainError as refused:
            error = refused.sentence
        else:
            return redirect("index:round", round_id=opened.pk)
    today = clock.legal_day(now)
    context = {
        "families": [(family, law_of(family).title) for family in FAMILIES[:3]],
        "years": range(today.year, 2019, -1),
        "own": [organization(each) for each in own],
        "bodies": bodies_to_ask(today, but=own),
        "error": error,
        "crumbs": [{"label": _("Phiếu chỉ số"), "url": reverse("index:sheets")}],
    }
    return render(request, "index/open_round.html", context, status=422 if error else 200)


def _seen(request: PageRequest, round_id: int) -> Round:
    found = find_round(round_id)
    check_can_see_round(request.actor, found)
    return found


def _show(
    request: PageRequest, found: Round, *, error: str = "", status: int = 200
) -> HttpResponse:
    context = {
        **round_context(found, request.actor),
        "error": error,
        "crumbs": [{"label": _("Phiếu chỉ số"), "url": reverse("index:sheets")}],
    }
    return render(request, "index/round.html", context, status=status)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.min
