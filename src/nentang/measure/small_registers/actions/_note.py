"""The audit record of what was done with an entry."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.measure.small_registers.models import Entry


def note(
    entry: Entry,
    action: str,
    *,
    actor: Actor,
    at: datetime,
    person_id: int | None = None,
    **details: str | int,
) -> None:
    """Who did what with which entry; no personal data."""
    record(
        actor=actor,
        action=f"small_registers.{action}",
        subject=f"register_entry:{entry.pk}",
        organization_id=entry.organization_id,
        person_id=person_id,
        details={"register": entry.register, **details},
        at=at,
    )
