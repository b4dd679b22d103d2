"""Tell the officers of a body who hold one of some roles about a complaint; inside the action's transaction."""

from datetime import datetime

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.casework.public import working_in
from nentang.foundation.notifications.public import MessageTemplate, notify
from nentang.government.complaints.models import Complaint
from nentang.kernel.clock import legal_day


def tell_roles(
    complaint: Complaint, template: MessageTemplate, body_id: int, *roles: str, at: datetime
) -> int:
    """How many persons were told."""
    found = working_in([body_id], legal_day(at), *roles).order_by("pk")
    told = [each for each in found.values_list("person_id", flat=True) if each]
    for person_id in told:
        notify(
            template=template.code,
            person_id=person_id,
            context={"code": complaint.code, "dossier": complaint.dossier.code},
            subject=f"complaint:{complaint.pk}",
            at=at,
        )
    record(
        actor=SYSTEM,
        action="complaints.tell_officers",
        subject=f"complaint:{complaint.pk}",
        organization_id=body_id,
        details={"template": template.code, "persons": len(told)},
        at=at,
    )
    return len(told)
