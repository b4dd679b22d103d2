"""Complaints on the pages of the dossiers that they are about, and in how bodies are assessed."""

from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from nentang.agreements.actor import Actor
from nentang.government.services.public import (
    AssistedMatter,
    DossierInfo,
    DossierPage,
    DossierPart,
    MyLink,
    acts_for_applicant,
    add_assisted_matters,
    add_dossier_part,
    add_evidence,
    add_my_link,
)

from .permissions import may_list, works_at
from .queries import EVIDENCE, complaints_about, count_of, offer_of, rows_of


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


def _at_counter(_day: date) -> list[AssistedMatter]:
    return [AssistedMatter("complaint", gettext("Ghi khiếu nại về một hồ sơ"), _begin)]


def _begin(actor: Actor, _at: datetime) -> str:
    return reverse("complaints:counter_dossiers", args=[actor.mandate_id])


def _count(actor: Actor) -> int:
    if not may_list(actor):
        return 0
    return count_of(person_id=actor.subject_person_id, company_id=actor.principal_organization_id)


add_my_link(MyLink(gettext_lazy("Khiếu nại của tôi"), "complaints:mine", _count))
add_assisted_matters(_at_counter)
add_dossier_part(DossierPart(DossierPage.APPLICANT, "complaints/_with_dossier.html", _with_dossier))
add_dossier_part(DossierPart(DossierPage.DESK, "complaints/_at_desk.html", _at_desk))
add_evidence(EVIDENCE)
