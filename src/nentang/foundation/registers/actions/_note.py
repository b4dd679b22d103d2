"""Write down in the audit what was done to a record, for each person of whom it speaks."""

from collections.abc import Sequence
from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record as write_down
from nentang.foundation.registers.models import Record
from nentang.foundation.registers.registry import register_of


def note(record: Record, action: str, *, actor: Actor, at: datetime, **details: str | int) -> None:
    """One line for each person; one without a person where the record speaks of none."""
    register = register_of(record)
    people: Sequence[int | None] = register.people(record)
    for person_id in people or [None]:
        write_down(
            actor=actor,
            action=f"registers.{action}",
            subject=f"{register.name}:{record.pk}",
            organization_id=record.keeper_id,
            person_id=person_id,
            at=at,
            details=details,
        )
