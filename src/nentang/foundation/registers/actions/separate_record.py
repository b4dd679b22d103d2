"""Undo a merger that was wrong."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.enums import PairState
from nentang.foundation.registers.errors import ReasonMissing
from nentang.foundation.registers.models import PossibleDuplicate, Record
from nentang.foundation.registers.permissions import check_may_write
from nentang.foundation.registers.registry import register_of

from ._note import note
from ._write import turn_page


@transaction.atomic
def separate_record(*, record: Record, reason: str, actor: Actor, at: datetime) -> Record:
    """The record, on its own again after a merger that was wrong; ReasonMissing, NotYourRegister."""
    check_may_write(actor, record)
    if not reason.strip():
        raise ReasonMissing
    turn_page(record, at)
    record.merged_into = None
    record.save(update_fields=["merged_into"])
    register = register_of(record)
    PossibleDuplicate.objects.filter(register=register.name, other=record.code).update(
        state=PairState.DIFFERENT, reason=reason.strip()[:400]
    )
    note(record, "separate_record", actor=actor, at=at)
    return record
