"""Nobody needs an opinion any more in a dossier that is closed."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.casework.public import move_case
from nentang.government.services.models import Consultation


@transaction.atomic
def drop_consultations(*, code: str, at: datetime) -> int:
    """How many open questions of the dossier were dropped."""
    open_ones = Consultation.objects.filter(dossier__code=code, case__closed_at=None)
    for consultation in open_ones.select_related("case"):
        move_case(case=consultation.case, step="drop", actor=SYSTEM, at=at)
    return len(open_ones)
