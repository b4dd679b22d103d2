"""The applicant says that the post brought the result."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance
from nentang.government.services.errors import ResultNotReady
from nentang.government.services.models import Delivery, Dossier
from nentang.government.services.permissions import check_is_applicant
from nentang.government.services.queries import dossier_to_change


def confirm_arrival(*, code: str, actor: Actor, at: datetime) -> Dossier:
    """The dossier, delivered. Raises ResultNotReady where nothing was posted."""
    with transaction.atomic():
        dossier = dossier_to_change(code)
        check_is_applicant(actor, dossier)
        if not Delivery.objects.filter(dossier=dossier, posted_at__isnull=False).exists():
            raise ResultNotReady
        advance(dossier, "return_result", actor=actor, at=at, returned_at=at)
    return dossier
