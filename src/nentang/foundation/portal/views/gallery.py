"""The live page of all components."""

from django.http import HttpResponse
from django.shortcuts import render

from nentang.foundation.portal.public import PageRequest, for_everyone


@for_everyone
def gallery(request: PageRequest) -> HttpResponse:
    """Every component in its states."""
    return render(request, "portal/gallery.html")
