"""Send a dossier back to be examined again."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance
from nentang.government.services.errors import ReasonMissing
from nentang.government.services.models import Dossier
from nentang.government.services.permissions import check_works_on
from nentang.government.services.queries import dossier_to_change


def send_back(*, code: str, reason: str, actor: Actor, at: datetime) -> Dossier:
    """The dossier, examined again. Raises ReasonMissing."""
    if not reason.strip():
        raise ReasonMissing
    with transaction.atomic():
        dossier = dossier_to_change(code)
        check_works_on(actor, dossier, "leader")
        advance(dossier, "send_back", actor=actor, at=at, note=reason)
    return dossier
