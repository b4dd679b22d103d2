"""The step that every later action takes: move the case, write the audit, keep the dossier's dates."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.casework.public import move_case
from nentang.government.services.models import Dossier


def advance(
    dossier: Dossier,
    transition: str,
    *,
    actor: Actor,
    at: datetime,
    note: str = "",
    public_note: str = "",
    **dates: datetime | str | None,
) -> None:
    """Move the case of the dossier along its table and set the given fields; inside a transaction."""
    dossier.case = move_case(
        case_id=dossier.case_id,
        transition=transition,
        actor=actor,
        at=at,
        note=note,
        public_note=public_note,
    )
    for name, value in dates.items():
        setattr(dossier, name, value)
    if dates:
        dossier.save(update_fields=list(dates))
    record(
        actor=actor,
        action=f"services.{transition}",
        subject=f"dossier:{dossier.pk}",
        organization_id=dossier.organization_id,
        person_id=dossier.applicant_id,
        at=at,
    )
