"""Refuse what was applied for, with the reason."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.services.enums import Outcome
from nentang.government.services.errors import ReasonMissing
from nentang.government.services.models import Dossier
from nentang.government.services.permissions import check_works_on
from nentang.government.services.queries import dossier_to_change

from .advance import advance
from .conclude import conclude


def refuse_dossier(*, code: str, reason: str, actor: Actor, at: datetime) -> Dossier:
    """The dossier, refused with the reason that the applicant reads. Raises ReasonMissing."""
    if not reason.strip():
        raise ReasonMissing
    with transaction.atomic():
        dossier = dossier_to_change(code)
        check_works_on(actor, dossier, "leader")
        advance(
            dossier,
            "refuse",
            actor=actor,
            at=at,
            public_note=reason,
            decided_at=at,
            outcome=Outcome.REFUSED,
        )
        conclude(dossier, at=at)
    return dossier
