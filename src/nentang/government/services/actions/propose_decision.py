"""Submit a dossier to the leader for decision."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance
from nentang.government.services.models import Dossier
from nentang.government.services.permissions import check_works_on
from nentang.government.services.queries import dossier_to_change


def propose_decision(*, code: str, note: str = "", actor: Actor, at: datetime) -> Dossier:
    """The dossier, waiting for the leader; the note is for colleagues only."""
    with transaction.atomic():
        dossier = dossier_to_change(code)
        check_works_on(actor, dossier, "clerk", "specialist")
        advance(dossier, "propose", actor=actor, at=at, note=note)
    return dossier
