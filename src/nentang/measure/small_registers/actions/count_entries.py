"""Count what stands in the registers, each published entry once a month."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import record_fact
from nentang.kernel.clock import legal_day
from nentang.measure.small_registers.indicators import ENTRY_COUNTED
from nentang.measure.small_registers.models import Entry
from nentang.measure.small_registers.queries import registers, uncounted_entries
from nentang.measure.small_registers.rules.terms import counted

AT_ONCE = 500


def count_entries(*, actor: Actor, at: datetime) -> int:
    """How many entries were counted now; an entry that ended without effect counts nothing more."""
    measures = {each.code: each.measure for each in registers() if each.measure}
    month = legal_day(at).replace(day=1)
    total = 0
    while found := uncounted_entries(tuple(measures), month, AT_ONCE):
        with transaction.atomic():
            for entry in found:
                measure = measures[entry.register]
                if measure and _is_ours(entry, month):
                    above, below = counted(measure, entry.shown, entry.public_state)
                    record_fact(
                        ENTRY_COUNTED,
                        at=at,
                        organization_id=entry.organization_id,
                        unit_code=entry.unit_code,
                        register=entry.register,
                        above=above,
                        below=below,
                    )
            record(
                actor=actor,
                action="small_registers.count_entries",
                subject=f"entries:{len(found)}",
                at=at,
            )
        total += len(found)
    return total


def _is_ours(entry: Entry, month: object) -> bool:
    """Whether no other worker counted it meanwhile."""
    untouched = Entry.objects.filter(pk=entry.pk, counted_on=entry.counted_on)
    return bool(untouched.update(counted_on=month))
