"""Add what was asked for; the clock runs on, or waits for the dossier to be received."""

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
    """The dossier with the new papers: examined again, or to be received where it was not yet."""
    with transaction.atomic():
        dossier = dossier_to_change(code)
        check_is_applicant(actor, dossier)
        step = "answer_supplement" if dossier.received_at else "answer_before_receipt"
        advance(dossier, step, actor=actor, at=at, public_note=answer)
        SupplementRequest.objects.filter(dossier=dossier).update(answer=answer, answered_at=at)
        attach_papers(dossier, "supplement", file_ids, actor=actor, at=at)
    return dossier
