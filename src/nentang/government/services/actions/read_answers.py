"""Read what a dossier says, to do what follows from it elsewhere."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from nentang.agreements.actor import Actor, ActorKind
from nentang.foundation.audit.public import record_look
from nentang.government.services.errors import DossierNotFound
from nentang.government.services.models import Dossier
from nentang.government.services.permissions import works_at
from nentang.government.services.queries import find_dossier
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen


class DossierAnswers(Frozen):
    """What was declared and what the office found out, by question. `decided_on` is empty until it is decided."""

    code: str
    procedure: str
    organization_id: int
    outcome: str
    decided_on: date | None
    answers: Mapping[str, Any]


def read_answers(
    *, code: str, purpose: str, legal_basis: str, actor: Actor, at: datetime
) -> DossierAnswers:
    """The answers, to the platform and to officers who work where the dossier is; that they were read is written down.

    DossierNotFound to everybody else, the applicant too: registers are looked into for the office alone.
    """
    dossier = find_dossier(code)
    if actor.kind is not ActorKind.SYSTEM and not works_at(actor, dossier):
        raise DossierNotFound
    record_look(
        actor=actor,
        subject=f"dossier:{dossier.pk}",
        person_id=dossier.applicant_id,
        fields=("answers", "findings"),
        purpose=purpose,
        legal_basis=legal_basis,
        at=at,
    )
    return _said(dossier)


def _said(dossier: Dossier) -> DossierAnswers:
    return DossierAnswers(
        code=dossier.code,
        procedure=dossier.procedure,
        organization_id=dossier.organization_id,
        outcome=dossier.outcome,
        decided_on=legal_day(dossier.decided_at) if dossier.decided_at else None,
        answers=dossier.answers | dossier.findings,
    )
