"""Who has looked at my data."""

from django.http import HttpResponse
from django.shortcuts import render

from nentang.foundation.portal.public import PageRequest, for_person
from nentang.kernel import clock
from nentang.kernel.clock import legal_day
from nentang.kernel.text import whole_number

from .queries import looks_at_person, right_to_know

PAGE = 50


@for_person(assurance=1)
def looks(request: PageRequest) -> HttpResponse:
    """Every look at the data of the person, or of the one for whom they act, latest first."""
    before = whole_number(request.GET.get("truoc", ""))
    actor = request.actor
    is_reached = actor.reaches("audit.looks")
    person_id = (actor.subject_person_id if is_reached else actor.person_id) or 0
    found = looks_at_person(person_id, before, PAGE + 1)
    shown = found[:PAGE]
    context = {
        "looks": shown,
        "older": shown[-1].id if len(found) > PAGE else None,
        "is_first_page": not before,
        "basis": right_to_know().rule_on(legal_day(clock.now())).citation,
        "for_somebody_else": is_reached and actor.principal_person_id is not None,
    }
    return render(request, "audit/looks.html", context)
