"""Change what is written in an entry; what is public stays as it was published."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.kernel.clock import legal_day
from nentang.measure.small_registers.errors import EntryChanged, NotOpenForChange
from nentang.measure.small_registers.models import Entry
from nentang.measure.small_registers.permissions import check_keeps
from nentang.measure.small_registers.queries import (
    entry_to_change,
    register_named,
    selectable_units,
)
from nentang.measure.small_registers.rules.typed import read, title_of

from ._note import note
from ._open import Typed, refuse, unit_of


@transaction.atomic
def change_entry(
    *, code: str, typed: Typed, values_version: int, actor: Actor, at: datetime
) -> Entry:
    """The entry as typed. `values_version` is what the page was made from.

    Raises EntryNotFound, NotAKeeper, NotOpenForChange, EntryChanged, EntryIncomplete.
    """
    entry = entry_to_change(code)
    register = register_named(entry.register)
    account = check_keeps(actor, register, entry)
    if not register.states[entry.case.state].is_editable:
        raise NotOpenForChange
    if values_version != entry.values_version:
        raise EntryChanged
    today = legal_day(at)
    units = selectable_units(register, entry.organization, today)
    reading = read(register, typed, today=today, units=units)
    refuse(reading.faults)
    entry.values, entry.title = reading.values, title_of(register, reading.values, units)[:200]
    entry.unit_code = unit_of(register, reading.values, entry.organization)
    entry.values_version += 1
    entry.prepared_by_id = account
    entry.save(update_fields=["values", "title", "unit_code", "values_version", "prepared_by"])
    note(entry, "change_entry", actor=actor, at=at)
    return entry
