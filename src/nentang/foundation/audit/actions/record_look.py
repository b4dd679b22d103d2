"""Record that somebody looked at a person's data."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.audit import adapters
from nentang.foundation.audit.errors import LookWithoutReason


def record_look(
    *,
    actor: Actor,
    subject: str,
    person_id: int,
    fields: tuple[str, ...],
    purpose: str,
    legal_basis: str,
    at: datetime,
) -> None:
    """Add the look with its fields, purpose and legal basis; LookWithoutReason where one is missing."""
    if not (fields and purpose and legal_basis):
        raise LookWithoutReason
    adapters.add(
        adapters.Entry(
            actor=actor,
            action="audit.look",
            subject=subject,
            at=at,
            person_id=person_id,
            purpose=purpose,
            legal_basis=legal_basis,
            fields=fields,
        )
    )
