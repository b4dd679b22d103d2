"""Tell the inspectors beside the office that a complaint was accepted or not."""

from datetime import datetime

from django.db import transaction

from nentang.government.complaints.queries import find_complaint
from nentang.government.complaints.registry import FOR_INSPECTORS

from ._tell import tell_roles


@transaction.atomic
def tell_inspectors(*, code: str, at: datetime) -> int:
    """How many persons were told: the inspectors of the body (Law on Complaints 2011, article 27)."""
    complaint = find_complaint(code)
    return tell_roles(complaint, FOR_INSPECTORS, complaint.case.holder_id, "inspector", at=at)
