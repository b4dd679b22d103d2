"""What this is, for whom it works, under which licence."""

from django.http import HttpResponse
from django.shortcuts import render

from nentang.foundation.portal.public import PageRequest, for_everyone


@for_everyone
def about(request: PageRequest) -> HttpResponse:
    """The page that the footer points to."""
    return render(request, "portal/about.html")
