"""What was owed has arrived: the dossier is examined once nothing is owed any more."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.casework.public import advance
from nentang.government.services.models import Obligation
from nentang.government.services.queries import dossier_to_change


def settle_obligation(*, reference: str, at: datetime) -> Obligation:
    """The obligation, paid; settling it again changes nothing."""
    with transaction.atomic():
        found = Obligation.objects.select_related("dossier")
        obligation = found.select_for_update(of=("self",)).get(reference=reference)
        dossier = dossier_to_change(obligation.dossier.code)
        if obligation.paid_at is None:
            obligation.paid_at = at
            obligation.save(update_fields=["paid_at"])
        owes = dossier.obligations.filter(paid_at=None).exists()
        if dossier.case.state == "financial" and not owes:
            advance(dossier, "examine", actor=SYSTEM, at=at)
    return obligation
