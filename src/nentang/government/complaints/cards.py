"""Where complaints appear: with their dossier, and on the home page of whoever complained."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import keep_away
from nentang.foundation.documents.public import grant_access
from nentang.foundation.portal.public import HomeCard, PageRequest, add_home_card
from nentang.government.services.public import (
    DossierInfo,
    DossierPage,
    DossierPart,
    acts_for_applicant,
    add_dossier_part,
)

from .models import Complaint
from .permissions import is_kept_from_case, may_list, may_open_files, works_at
from .queries import complaints_about, complaints_of, offer_of, state_of

SHOWN = 3


def _with_dossier(dossier: DossierInfo, actor: Actor, at: datetime) -> dict[str, Any]:
    """What was complained about, and what may be, for whoever acts for the applicant."""
    is_theirs = acts_for_applicant(
        actor, applicant_id=dossier.applicant_id, on_behalf_of_id=dossier.on_behalf_of_id
    )
    if not is_theirs:
        return {}
    offer = offer_of(dossier, at=at)
    rows = _rows(complaints_about(dossier.id))
    return {"offer": offer, "rows": rows, "dossier": dossier} if offer or rows else {}


def _at_desk(dossier: DossierInfo, actor: Actor, at: datetime) -> dict[str, Any]:
    """What was complained about, for officers who may open it."""
    found = [each for each in complaints_about(dossier.id) if works_at(actor, each)]
    return {"rows": _rows(found)} if found else {}


def _mine(request: PageRequest) -> dict[str, Any]:
    actor = request.actor
    if actor.is_officer or not may_list(actor):
        return {}
    found = complaints_of(
        person_id=actor.subject_person_id,
        company_id=actor.principal_organization_id,
        limit=SHOWN,
    )
    return {"rows": _rows(found)} if found else {}


def _rows(found: list[Complaint]) -> list[dict[str, Any]]:
    return [{"complaint": each, "state": state_of(each)} for each in found]


add_dossier_part(DossierPart(DossierPage.APPLICANT, "complaints/_with_dossier.html", _with_dossier))
add_dossier_part(DossierPart(DossierPage.DESK, "complaints/_at_desk.html", _at_desk))
add_home_card(HomeCard(_("Khiếu nại của tôi"), "complaints/_card.html", _mine, order=12))
grant_access("complaint", may_open_files)
keep_away("complaint", is_kept_from_case)
