"""The fee has arrived: a dossier that waited for it is examined."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.casework.public import advance
from nentang.government.services.models import Dossier
from nentang.government.services.queries import dossier_to_change


def settle_fee(*, code: str, at: datetime, method: str = "") -> Dossier:
    """The dossier, examined if it waited for its fee; as it was otherwise (paid before reception).

    `method` is how it was paid, where the cashier says so.
    """
    with transaction.atomic():
        dossier = dossier_to_change(code)
        if dossier.case.state == "financial":
            advance(dossier, "examine", actor=SYSTEM, at=at)
        if method and dossier.fee_method != method:
            dossier.fee_method = method
            dossier.save(update_fields=["fee_method"])
    return dossier
