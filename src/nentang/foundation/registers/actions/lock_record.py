"""Lock a record against writing, and unlock it."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.errors import ReasonMissing
from nentang.foundation.registers.models import Record
from nentang.foundation.registers.permissions import check_may_write

from ._note import note
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
    note(record, action, actor=actor, at=at)
    return record
