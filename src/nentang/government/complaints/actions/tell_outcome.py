"""Tell the heads of the body complained about what was decided, and what they have to do."""

from datetime import datetime

from django.db import transaction

from nentang.government.complaints.queries import find_complaint
from nentang.government.complaints.registry import DECIDED_FOR_OFFICE

from ._tell import tell_roles


@transaction.atomic
def tell_outcome(*, code: str, at: datetime) -> int:
    """How many persons were told; it is their dossier that something follows for."""
    complaint = find_complaint(code)
    heads = ("leader", "head_of_desk")
    return tell_roles(complaint, DECIDED_FOR_OFFICE, complaint.against_id, *heads, at=at)
