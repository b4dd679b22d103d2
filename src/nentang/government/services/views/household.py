"""All dossiers of a household and of the companies one acts for, at one look."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from nentang.foundation.identity.public import Principal, principals_of, scope_reaches
from nentang.foundation.portal.public import PageRequest, for_person
from nentang.government.services.permissions import APPLY
from nentang.government.services.queries import entries_of, standing_of
from nentang.kernel import clock

from .citizen import rows_of

LATEST = 3
MOST_SHOWN = 12


@for_person(assurance=1)
def household(request: PageRequest) -> HttpResponse:
    """Oneself, then everybody and every body for whom one may act in public services today."""
    today = clock.legal_day(clock.now())
    actor = request.actor
    principals = [
        each
        for each in principals_of(actor.person_id or 0, today)
        if scope_reaches(each.scope, APPLY)
    ]
    context = {
        "crumbs": [{"label": _("Hồ sơ của tôi"), "url": reverse("services:mine")}],
        "households": [
            _card(actor.name, _("Chính mình"), "", person_id=actor.person_id),
            *(_card_of(each) for each in principals[:MOST_SHOWN]),
        ],
        "is_cut": len(principals) > MOST_SHOWN,
    }
    return render(request, "services/household.html", context)


def _card_of(principal: Principal) -> dict[str, Any]:
    return _card(
        principal.name,
        principal.relation,
        str(principal.mandate_id),
        person_id=principal.person_id,
        company_id=principal.organization_id,
    )


def _card(
    name: str,
    relation: str,
    mandate: str,
    *,
    person_id: int | None = None,
    company_id: int | None = None,
) -> dict[str, Any]:
    """`mandate` is what the form sends to act for them, empty for oneself."""
    latest = entries_of(person_id=person_id, company_id=company_id, limit=LATEST)
    return {
        "name": name,
        "relation": relation,
        "mandate": mandate,
        "standing": standing_of(person_id=person_id, company_id=company_id),
        "latest": rows_of(latest),
    }
