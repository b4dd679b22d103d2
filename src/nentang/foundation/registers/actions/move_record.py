"""Hand a record over to the body that keeps it from now on."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record as write_down
from nentang.foundation.registers.models import Record
from nentang.foundation.registers.permissions import check_may_write
from nentang.foundation.registers.registry import register_of


@transaction.atomic
def move_record(*, record: Record, keeper_id: int, actor: Actor, at: datetime) -> Record:
    """The record, kept there; NotYourRegister unless who keeps it now, or the platform, hands it over."""
    check_may_write(actor, record)
    if record.keeper_id == keeper_id:
        return record
    register = register_of(record)
    for person_id in register.people(record) or [None]:
        write_down(
            actor=actor,
            action="registers.move_record",
            subject=f"{register.name}:{record.pk}",
            organization_id=record.keeper_id,
            person_id=person_id,
            at=at,
            details={"keeper": keeper_id},
        )
    record.keeper_id = keeper_id
    record.save(update_fields=["keeper"])
    return record
