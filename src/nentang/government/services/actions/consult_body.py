"""Ask another body for its opinion in a dossier, with a clock of its own."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import Case, open_case, start_clock
from nentang.foundation.organizations.public import organization
from nentang.government.services.errors import DossierNotOpen, ReasonMissing
from nentang.government.services.models import Consultation, Dossier
from nentang.government.services.permissions import DESK_ROLES, check_works_on
from nentang.government.services.queries import dossier_to_change

MOST_DAYS = 60


def consult_body(
    *,
    code: str,
    organization_id: int,
    question: str,
    working_days: int,
    actor: Actor,
    at: datetime,
) -> Consultation:
    """The question, due in so many working days (1 to 60); the dossier's own clock runs on.

    Raises ReasonMissing, DossierNotOpen.
    """
    if not question.strip():
        raise ReasonMissing
    with transaction.atomic():
        dossier = dossier_to_change(code)
        check_works_on(actor, dossier, *DESK_ROLES)
        if dossier.case.closed_at or dossier.case.holder_id == organization_id:
            raise DossierNotOpen
        case = _open_case(dossier, organization_id, actor, at)
        days = min(max(working_days, 1), MOST_DAYS)
        start_clock(case=case, working_days=days, actor=actor, at=at)
        return Consultation.objects.create(
            dossier=dossier,
            case=case,
            asked_by_id=dossier.case.holder_id,
            question=question,
            asked_at=at,
        )


def _open_case(dossier: Dossier, organization_id: int, actor: Actor, at: datetime) -> Case:
    return open_case(
        kind="consultation",
        code=f"{dossier.code}-YK{dossier.consultations.count() + 1}",
        organization_id=organization_id,
        title=dossier.case.title,
        applicant_person_id=dossier.applicant_id,
        applicant_name=dossier.case.applicant_name,
        channel="",
        unit_code=organization(organization_id).unit_code,
        actor=actor,
        at=at,
    )
