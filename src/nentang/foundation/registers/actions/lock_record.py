"""Lock a record against writing, and unlock it."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record as write_down
from nentang.foundation.registers.errors import ReasonMissing
from nentang.foundation.registers.models import Record
from nentang.foundation.registers.permissions import check_may_write
from nentang.foundation.registers.registry import register_of

from ._write import turn_page


@transaction.atomic
def lock_record(*, record: Record, reason: str, actor: Actor, at: datetime) -> Record:
    """The record, locked for that reason until somebody unlocks it; NotYourRegister, ReasonMissing."""
    check_may_write(actor, record)
    if not reason.strip():
        raise ReasonMissing
    return _set(record, reason.strip()[:200], "lock_record", actor, at)


@transaction.atomic
def unlock_record(*, record: Record, actor: Actor, at: datetime) -> Record:
    """The record, open for writing; NotYourRegister."""
    check_may_write(actor, record)
    return _set(record, "", "unlock_record", actor, at)


def _set(record: Record, reason: str, action: str, actor: Actor, at: datetime) -> Record:
    turn_page(record, at)
    record.locked_for = reason
    record.save(update_fields=["locked_for"])
    register = register_of(record)
    for person_id in register.people(record) or [None]:
        write_down(
            actor=actor,
            action=f"registers.{action}",
            subject=f"{register.name}:{record.pk}",
            organization_id=record.keeper_id,
            person_id=person_id,
            at=at,
        )
    return record
