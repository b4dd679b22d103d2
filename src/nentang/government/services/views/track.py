"""Tracking by code with a second factor; shows no name."""

from django.http import HttpResponse
from django.shortcuts import render

from nentang.agreements.actor import ANONYMOUS
from nentang.foundation.identity.public import client_address
from nentang.foundation.portal.public import PageRequest, for_everyone
from nentang.government.services.errors import DossierNotFound
from nentang.government.services.queries import info_of, procedure_of, state_of, tracked_dossier
from nentang.government.services.registry import DossierPage, dossier_parts
from nentang.kernel import clock


@for_everyone
def track_page(request: PageRequest) -> HttpResponse:
    """Where a dossier stands, for whoever has its code and the last digits of the phone."""
    code = (request.POST.get("code") or request.GET.get("ma") or "").strip()[:40]
    context: dict[str, object] = {"code": code}
    status = 200
    if request.method == "POST":
        try:
            now = clock.now()
            digits = request.POST.get("phone", "").strip()
            dossier = tracked_dossier(code, digits, address=client_address(request), at=now)
            context |= {
                "dossier": dossier,
                "procedure": procedure_of(dossier),
                "state": state_of(dossier),
                "parts": dossier_parts(
                    DossierPage.TRACKING, info_of(dossier, at=now), ANONYMOUS, at=now
                ),
            }
        except DossierNotFound as error:
            context["error"], status = error.sentence, 404
    return render(request, "services/track.html", context, status=status)
