"""The catalogue of services, for everyone."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from nentang.foundation.portal.public import PageRequest, for_everyone
from nentang.government.data_sharing.enums import Sharing
from nentang.government.data_sharing.permissions import ASKERS
from nentang.government.data_sharing.queries import find_service, search_services, service_fields
from nentang.government.data_sharing.rules.terms import answer_days_on
from nentang.kernel import clock

PAGE = 20


@for_everyone
def catalogue(request: PageRequest) -> HttpResponse:
    """Services that bodies share, found by words without marks, a page by key."""
    words = request.GET.get("q", "").strip()[:100]
    found = search_services(words, after_id=page_key(request, "sau"), limit=PAGE + 1)
    context = {
        "words": words,
        "services": found[:PAGE],
        "more": found[PAGE - 1].pk if len(found) > PAGE else None,
    }
    return render(request, "data_sharing/catalogue.html", context)


@for_everyone
def service_page(request: PageRequest, service_id: int) -> HttpResponse:
    """One service: what it gives, how it is called, how to ask for it."""
    service = find_service(service_id)
    context = {
        "service": service,
        "fields": service_fields(service),
        "is_default": service.sharing == Sharing.DEFAULT,
        "days": answer_days_on(clock.legal_day(clock.now())),
        "may_ask": request.actor.has_role(*ASKERS),
        "crumbs": [{"label": _("Dữ liệu dùng chung"), "url": reverse("data_sharing:catalogue")}],
    }
    return render(request, "data_sharing/service.html", context)


@for_everyone
def openapi(request: PageRequest, service_id: int) -> HttpResponse:
    """Its description for programs."""
    return JsonResponse(find_service(service_id).openapi)


def page_key(request: PageRequest, name: str) -> int:
    """Where the page begins, by key; 0 for the first."""
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0


def typed(request: PageRequest) -> dict[str, str]:
    """What was typed, by names that templates can say."""
    return {name.replace("-", "_"): request.POST.get(name, "") for name in request.POST}
