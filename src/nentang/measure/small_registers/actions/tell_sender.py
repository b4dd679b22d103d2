"""Tell whoever sent an entry in that there is news of it."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.notifications.public import notify
from nentang.measure.small_registers.queries import find_entry
from nentang.measure.small_registers.registry import ANSWERED

from ._note import note


@transaction.atomic
def tell_sender(*, code: str, at: datetime) -> bool:
    """Whether there was somebody to tell."""
    entry = find_entry(code)
    person_id = entry.case.applicant_id
    if person_id is None:
        return False
    notify(
        template=ANSWERED.code,
        person_id=person_id,
        context={"code": entry.code},
        subject=f"register_entry:{entry.pk}",
        at=at,
    )
    note(entry, "tell_sender", actor=SYSTEM, at=at, person_id=person_id)
    return True
