"""Ask the applicant to add something; the clock stops until they answer."""

from datetime import datetime

from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.government.services.errors import ReasonMissing, SupplementAlreadyAsked
from nentang.government.services.models import Dossier, SupplementRequest
from nentang.government.services.permissions import check_works_on
from nentang.government.services.queries import dossier_to_change

from .advance import advance


def ask_supplement(*, code: str, items: str, actor: Actor, at: datetime) -> Dossier:
    """The dossier, waiting for the applicant. Raises ReasonMissing, SupplementAlreadyAsked."""
    if not items.strip():
        raise ReasonMissing
    with transaction.atomic():
        dossier = dossier_to_change(code)
        check_works_on(actor, dossier, "clerk", "specialist")
        advance(dossier, "ask_supplement", actor=actor, at=at, public_note=items)
        try:
            with transaction.atomic():
                SupplementRequest.objects.create(dossier=dossier, items=items, asked_at=at)
        except IntegrityError:
            raise SupplementAlreadyAsked from None
    return dossier
