"""Finding a procedure and what it needs, before anybody signs in."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from nentang.foundation.portal.public import PageRequest, for_everyone
from nentang.government.services.queries import fees_on, procedure_on
from nentang.government.services.rules.catalogue import search
from nentang.kernel import clock

LIFE_EVENTS = ("birth", "marriage", "home_and_land", "business", "papers", "bereavement", "family")


@for_everyone
def search_page(request: PageRequest) -> HttpResponse:
    """Procedures by plain words or by life event."""
    words = request.GET.get("q", "")[:100]
    event = request.GET.get("viec", "")
    found = search(words, clock.legal_day(clock.now()))
    if event in LIFE_EVENTS:
        found = [rule for rule in found if rule.value.life_event == event]
    context = {"words": words, "event": event, "rules": found, "language": get_language()}
    return render(request, "services/catalogue.html", context)


@for_everyone
def procedure_page(request: PageRequest, procedure: str) -> HttpResponse:
    """Cost, time, papers, steps and law of one procedure, today."""
    today = clock.legal_day(clock.now())
    rule = procedure_on(procedure, today)
    context = {
        "rule": rule,
        "procedure": rule.value,
        "fees": fees_on(procedure, today),
        "today": today,
    }
    return render(request, "services/procedure.html", context)
