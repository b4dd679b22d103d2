"""Let erasure go on."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.trust.personal_data.errors import HoldNotFound
from nentang.trust.personal_data.models import LegalHold
from nentang.trust.personal_data.permissions import check_can_hold


@transaction.atomic
def lift_hold(*, hold_id: int, actor: Actor, at: datetime) -> LegalHold:
    """The hold, lifted: the next run erases what is due. HoldNotFound, NotInCharge."""
    holds = LegalHold.objects.select_for_update(of=("self",)).select_related("case")
    hold = holds.filter(pk=hold_id, lifted_at=None).first()
    if hold is None:
        raise HoldNotFound
    check_can_hold(actor, hold.case)
    hold.lifted_at = at
    hold.save(update_fields=["lifted_at"])
    record(
        actor=actor,
        action="personal_data.lift_hold",
        subject=f"case:{hold.case_id}",
        organization_id=hold.case.organization_id,
        person_id=hold.case.applicant_id,
        at=at,
    )
    return hold
