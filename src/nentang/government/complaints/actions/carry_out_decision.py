"""Have done with the dossier what the decision on a complaint orders."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.government.complaints.models import Complaint
from nentang.government.complaints.queries import complaint_to_change
from nentang.government.complaints.rules.remedies import ordered_by
from nentang.government.services.public import redress_dossier


@transaction.atomic
def carry_out_decision(*, code: str, at: datetime) -> Complaint:
    """The complaint, its order carried out once however often this is told; nothing where it was wrong."""
    complaint = complaint_to_change(code)
    kind = ordered_by(complaint.verdict, complaint.remedy)
    if kind is None:
        return complaint
    redress = redress_dossier(
        code=complaint.dossier.code, source=complaint.code, kind=kind, actor=SYSTEM, at=at
    )
    if redress.step and not complaint.dossier_reopened:
        complaint.dossier_reopened = True
        complaint.save(update_fields=["dossier_reopened"])
        record(
            actor=SYSTEM,
            action="complaints.carry_out_decision",
            subject=f"complaint:{complaint.pk}",
            organization_id=complaint.case.holder_id,
            person_id=complaint.complainant_id,
            at=at,
        )
    return complaint
