"""Tell keepers of entries that nobody confirmed in time."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.casework.public import working_in
from nentang.foundation.facts.public import record_fact
from nentang.foundation.notifications.public import notify
from nentang.kernel.clock import legal_day
from nentang.measure.small_registers.indicators import ENTRY_STALE
from nentang.measure.small_registers.models import Entry
from nentang.measure.small_registers.queries import register_named, stale_entries
from nentang.measure.small_registers.registry import STALE

AT_ONCE = 200


def warn_of_stale_entries(*, actor: Actor, at: datetime) -> int:
    """How many were told of now; each term that passes is told and counted once."""
    return sum(_warn(each, actor, at) for each in stale_entries(legal_day(at), AT_ONCE))


@transaction.atomic
def _warn(entry: Entry, actor: Actor, at: datetime) -> bool:
    today = legal_day(at)
    untold = Entry.objects.filter(pk=entry.pk, told_on=entry.told_on, confirm_by=entry.confirm_by)
    if not untold.update(told_on=today):
        return False
    roles = register_named(entry.register).roles
    keepers = working_in([entry.organization_id], today, *roles).order_by("pk")
    for person_id in keepers.values_list("person_id", flat=True):
        if person_id:
            notify(
                template=STALE.code,
                person_id=person_id,
                context={"code": entry.code},
                subject=f"register_entry:{entry.pk}",
                at=at,
            )
    record(
        actor=actor,
        action="small_registers.warn_of_stale_entries",
        subject=f"register_entry:{entry.pk}",
        organization_id=entry.organization_id,
        at=at,
    )
    record_fact(
        ENTRY_STALE,
        at=at,
        organization_id=entry.organization_id,
        unit_code=entry.unit_code,
        register=entry.register,
    )
    return True
