"""Writing a complaint down for somebody at the counter (Law on Complaints 2011, article 8), and its receipt."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nentang.foundation.identity.public import person
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.complaints import actions
from nentang.government.complaints.enums import About
from nentang.government.complaints.errors import NothingToComplainAbout
from nentang.government.complaints.permissions import check_may_complain
from nentang.government.complaints.queries import offer_of
from nentang.government.services.public import assisting, dossier_info
from nentang.kernel import clock
from nentang.kernel.errors import DomainError

from .citizen import complaint_context, entered_in, said_in


@require_safe
@for_officer("clerk")
def dossiers(request: PageRequest, mandate_id: int) -> HttpResponse:
    """About which dossier: those of the person that this counter has to do with."""
    now = clock.now()
    acting = assisting(request.actor, mandate_id, at=now)
    found = actions.look_up_dossiers(actor=acting, at=now)
    context = {
        "mandate_id": mandate_id,
        "applicant": person(acting.principal_person_id or 0),
        "rows": [each for each in found if offer_of(each, at=now)],
        "crumbs": _crumbs(),
    }
    return render(request, "complaints/counter_dossiers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_officer("clerk")
def write_down(request: PageRequest, mandate_id: int, code: str) -> HttpResponse:
    """What the person says, in one page; then the receipt that they sign."""
    now = clock.now()
    acting = assisting(request.actor, mandate_id, at=now)
    dossier = dossier_info(code, at=now)
    check_may_complain(acting, dossier)
    context: dict[str, Any] = {
        "dossier": dossier,
        "mandate_id": mandate_id,
        "chosen": request.POST.get("ve", ""),
        "crumbs": _crumbs(),
        **entered_in(request),
    }
    if request.method == "POST":
        try:
            made = actions.file_complaint(
                dossier_code=code,
                about=context["chosen"],
                **said_in(request, acting),
                actor=acting,
                at=now,
            )
        except DomainError as error:
            # what was pressed stays choosable, whatever is offered by now
            shown = {**context, "abouts": list(About), "error": error.sentence}
            return render(request, "complaints/counter.html", shown, status=422)
        return redirect("complaints:receipt", code=made.code)
    offer = offer_of(dossier, at=now)
    if offer is None:
        raise NothingToComplainAbout
    return render(request, "complaints/counter.html", {**context, "abouts": offer.abouts})


@require_safe
@for_officer("clerk")
def receipt(request: PageRequest, code: str) -> HttpResponse:
    """What was written down with the term, to be printed, signed and taken home."""
    complaint = actions.print_receipt(code=code, actor=request.actor, at=clock.now())
    context = {**complaint_context(complaint), "crumbs": _crumbs()}
    return render(request, "complaints/receipt.html", context)


def _crumbs() -> list[dict[str, str]]:
    return [{"label": _("Làm thay tại quầy"), "url": reverse("services:assist")}]
