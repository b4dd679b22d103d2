"""Deliver the signed result."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance
from nentang.government.services.errors import ResultNotReady
from nentang.government.services.models import Dossier
from nentang.government.services.permissions import check_works_on
from nentang.government.services.queries import dossier_to_change


def return_result(*, code: str, actor: Actor, at: datetime) -> Dossier:
    """The dossier, its result delivered. Raises ResultNotReady while it is being signed."""
    with transaction.atomic():
        dossier = dossier_to_change(code)
        check_works_on(actor, dossier, "clerk")
        if dossier.result is None or dossier.result.state != "signed":
            raise ResultNotReady
        advance(dossier, "return_result", actor=actor, at=at, returned_at=at)
    return dossier
