"""Complaints on the pages of the dossiers that they are about, and in how bodies are assessed."""

from datetime import datetime
from typing import Any

from nentang.agreements.actor import Actor
from nentang.government.services.public import (
    DossierInfo,
    DossierPage,
    DossierPart,
    acts_for_applicant,
    add_dossier_part,
    add_evidence,
)

from .permissions import works_at
from .queries import EVIDENCE, complaints_about, offer_of, rows_of


def _with_dossier(dossier: DossierInfo, actor: Actor, at: datetime) -> dict[str, Any]:
    """What was complained about, and what may be, for whoever acts for the applicant."""
    is_theirs = acts_for_applicant(
        actor, applicant_id=dossier.applicant_id, on_behalf_of_id=dossier.on_behalf_of_id
    )
    if not is_theirs:
        return {}
    offer = offer_of(dossier, at=at)
    rows = rows_of(complaints_about(dossier.id))
    return {"offer": offer, "rows": rows, "dossier": dossier} if offer or rows else {}


def _at_desk(dossier: DossierInfo, actor: Actor, at: datetime) -> dict[str, Any]:
    """What was complained about, for officers who may open it."""
    found = [each for each in complaints_about(dossier.id) if works_at(actor, each)]
    return {"rows": rows_of(found)} if found else {}


add_dossier_part(DossierPart(DossierPage.APPLICANT, "complaints/_with_dossier.html", _with_dossier))
add_dossier_part(DossierPart(DossierPage.DESK, "complaints/_at_desk.html", _at_desk))
add_evidence(EVIDENCE)
