"""Hand a record over to the body that keeps it from now on."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.models import Record
from nentang.foundation.registers.permissions import check_may_write

from ._note import note


@transaction.atomic
def move_record(*, record: Record, keeper_id: int, actor: Actor, at: datetime) -> Record:
    """The record, kept there; NotYourRegister unless who keeps it now, or the platform, hands it over."""
    check_may_write(actor, record)
    if record.keeper_id == keeper_id:
        return record
    note(record, "move_record", actor=actor, at=at, keeper=keeper_id)
    record.keeper_id = keeper_id
    record.save(update_fields=["keeper"])
    return record
