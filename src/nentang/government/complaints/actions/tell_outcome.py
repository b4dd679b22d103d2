"""Tell the heads of the body complained about what was decided, and what they have to do."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.casework.public import working_in
from nentang.foundation.notifications.public import notify
from nentang.government.complaints.queries import find_complaint
from nentang.government.complaints.registry import DECIDED_FOR_OFFICE
from nentang.kernel.clock import legal_day

HEADS = ("leader", "head_of_desk")


@transaction.atomic
def tell_outcome(*, code: str, at: datetime) -> int:
    """How many persons were told; it is their dossier that something follows for."""
    complaint = find_complaint(code)
    heads = working_in([complaint.against_id], legal_day(at), *HEADS)
    told = [each for each in heads.order_by("pk").values_list("person_id", flat=True) if each]
    for person_id in told:
        notify(
            template=DECIDED_FOR_OFFICE.code,
            person_id=person_id,
            context={"code": code, "dossier": complaint.dossier.code},
            subject=f"complaint:{complaint.pk}",
            at=at,
        )
    record(
        actor=SYSTEM,
        action="complaints.tell_outcome",
        subject=f"complaint:{complaint.pk}",
        organization_id=complaint.against_id,
        details={"persons": len(told)},
        at=at,
    )
    return len(told)
