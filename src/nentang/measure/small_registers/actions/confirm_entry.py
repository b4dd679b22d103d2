"""Say that a published entry still holds."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.facts.public import record_fact
from nentang.kernel.clock import legal_day
from nentang.measure.small_registers.errors import NotPublished
from nentang.measure.small_registers.indicators import ENTRY_CONFIRMED
from nentang.measure.small_registers.models import Entry
from nentang.measure.small_registers.permissions import check_keeps
from nentang.measure.small_registers.queries import entry_to_change, register_named
from nentang.measure.small_registers.rules.terms import confirm_by

from ._note import note


@transaction.atomic
def confirm_entry(*, code: str, actor: Actor, at: datetime) -> Entry:
    """The entry, to be confirmed again after its term. Raises EntryNotFound, NotAKeeper, NotPublished."""
    entry = entry_to_change(code)
    register = register_named(entry.register)
    check_keeps(actor, register, entry)
    today = legal_day(at)
    if entry.published is None or entry.confirm_by is None:
        raise NotPublished
    in_time = today <= entry.confirm_by
    entry.confirm_by = confirm_by(register, entry.public_state, today)
    entry.confirmed_at, entry.told_on = at, None
    entry.save(update_fields=["confirm_by", "confirmed_at", "told_on"])
    note(entry, "confirm_entry", actor=actor, at=at)
    record_fact(
        ENTRY_CONFIRMED,
        at=at,
        organization_id=entry.organization_id,
        unit_code=entry.unit_code,
        register=entry.register,
        in_time=in_time,
    )
    return entry
