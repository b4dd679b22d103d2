"""Refuse what was applied for, with the reason."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance
from nentang.government.services.enums import Outcome, SlipForm
from nentang.government.services.errors import ReasonMissing
from nentang.government.services.models import Dossier
from nentang.government.services.permissions import check_works_on
from nentang.government.services.queries import dossier_to_change, matter_of, procedure_of
from nentang.government.services.rules.slips import refusal

from .conclude import conclude
from .issue_slip import issue_slip


def refuse_dossier(*, code: str, reason: str, actor: Actor, at: datetime) -> Dossier:
    """The dossier, refused with form 03 that says why. Raises ReasonMissing."""
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
        content = refusal(matter_of(dossier), procedure_of(dossier), reason=reason, accepted=True)
        issue_slip(dossier=dossier, form=SlipForm.REFUSAL, content=content, actor=actor, at=at)
        conclude(dossier, at=at)
    return dossier
