"""Open a dossier to read it; an officer's look is written down."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record_look
from nentang.government.services.models import Dossier
from nentang.government.services.permissions import check_can_see
from nentang.government.services.queries import find_dossier


def open_dossier(*, code: str, actor: Actor, at: datetime) -> Dossier:
    """The dossier for whoever may see it; to everybody else it does not exist (DossierNotFound)."""
    dossier = find_dossier(code)
    check_can_see(actor, dossier)
    if dossier.applicant_id not in (actor.person_id, actor.subject_person_id):
        record_look(
            actor=actor,
            subject=f"dossier:{dossier.pk}",
            person_id=dossier.applicant_id,
            fields=("applicant", "answers", "papers"),
            purpose="Giải quyết hồ sơ",
            legal_basis="Nghị định 61/2018/NĐ-CP",
            at=at,
        )
    return dossier
