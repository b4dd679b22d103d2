"""Add what was asked for; the clock runs on."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.services.models import Dossier, SupplementRequest
from nentang.government.services.permissions import check_is_applicant
from nentang.government.services.queries import dossier_to_change

from .advance import advance
from .attach_papers import attach_papers


def answer_supplement(
    *, code: str, answer: str, file_ids: Sequence[int], actor: Actor, at: datetime
) -> Dossier:
    """The dossier, examined again with the new papers."""
    with transaction.atomic():
        dossier = dossier_to_change(code)
        check_is_applicant(actor, dossier)
        advance(dossier, "answer_supplement", actor=actor, at=at, public_note=answer)
        SupplementRequest.objects.filter(dossier=dossier).update(answer=answer, answered_at=at)
        attach_papers(dossier, "supplement", file_ids, actor=actor, at=at)
    return dossier
