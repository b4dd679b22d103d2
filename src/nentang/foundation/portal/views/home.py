"""The first page: what do you need to do?"""

from django.http import HttpResponse
from django.shortcuts import render

from nentang.foundation.portal.public import (
    PageRequest,
    for_everyone,
    home_cards,
    life_events,
)


@for_everyone
def home(request: PageRequest) -> HttpResponse:
    """The question, the search, doors by life event, cards of the apps."""
    context = {"is_home": True, "life_events": life_events(), "cards": home_cards(request)}
    return render(request, "portal/home.html", context)
