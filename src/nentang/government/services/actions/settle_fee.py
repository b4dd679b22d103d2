"""The fee has arrived: a dossier that waited for it is examined."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.government.services.models import Dossier
from nentang.government.services.queries import dossier_to_change

from .advance import advance


def settle_fee(*, code: str, at: datetime) -> Dossier:
    """The dossier, examined if it waited for its fee; as it was otherwise (paid before reception)."""
    with transaction.atomic():
        dossier = dossier_to_change(code)
        if dossier.case.state == "financial":
            advance(dossier, "examine", actor=SYSTEM, at=at)
    return dossier
