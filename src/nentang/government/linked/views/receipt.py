"""What the person takes home from the counter: one code, every work with its body."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nentang.foundation.identity.public import person
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.linked.actions import print_receipt
from nentang.government.linked.queries import linked_of, picture_of
from nentang.kernel import clock

from .drawing import qr_of
from .offer import words_of


@require_safe
@for_officer("clerk")
def receipt(request: PageRequest, code: str) -> HttpResponse:
    """The receipt, to be printed by the browser."""
    now = clock.now()
    chain = print_receipt(code=code, actor=request.actor, at=now)
    context = {
        "chain": chain,
        "picture": picture_of(chain, clock.legal_day(now)),
        "applicant": person(chain.applicant_id),
        "crumbs": [{"label": _("Làm thay tại quầy"), "url": reverse("services:assist")}],
        "qr": qr_of(request.build_absolute_uri(reverse("services:track")) + f"?ma={code}"),
        **words_of(linked_of(chain.kind, chain.begun_on)),
    }
    return render(request, "linked/receipt.html", context)
