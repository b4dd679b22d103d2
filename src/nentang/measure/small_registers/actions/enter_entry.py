"""An officer enters an entry."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.kernel.clock import legal_day
from nentang.measure.small_registers.models import Entry
from nentang.measure.small_registers.permissions import check_keeps_for
from nentang.measure.small_registers.queries import register_named, selectable_units
from nentang.measure.small_registers.rules.typed import read

from ._note import note
from ._open import Typed, open_entry, refuse


@transaction.atomic
def enter_entry(
    *, register: str, organization_id: int, typed: Typed, actor: Actor, at: datetime
) -> Entry:
    """The entry, not public yet; what is missing may be added later.

    Raises RegisterNotFound, NotAKeeper, EntryIncomplete.
    """
    known = register_named(register)
    body = check_keeps_for(actor, known, organization_id)
    today = legal_day(at)
    units = selectable_units(known, body, today)
    reading = read(known, typed, today=today, units=units)
    refuse(reading.faults)
    entry = open_entry(
        known,
        body,
        reading.values,
        units=units,
        person_id=None,
        sent_for_id=None,
        statement="",
        actor=actor,
        at=at,
    )
    note(entry, "enter_entry", actor=actor, at=at)
    return entry
