"""Add what was asked for; the clock runs on."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.services.models import Dossier, DossierPaper, SupplementRequest
from nentang.government.services.permissions import check_is_applicant
from nentang.government.services.queries import find_dossier

from .advance import advance


def answer_supplement(
    *, code: str, answer: str, file_ids: Sequence[int], actor: Actor, at: datetime
) -> Dossier:
    """The dossier, examined again with the new papers."""
    with transaction.atomic():
        dossier = find_dossier(code)
        check_is_applicant(actor, dossier)
        advance(dossier, "answer_supplement", actor=actor, at=at, public_note=answer)
        SupplementRequest.objects.filter(dossier=dossier).update(answer=answer, answered_at=at)
        DossierPaper.objects.bulk_create(
            DossierPaper(dossier=dossier, paper="supplement", file_id=file_id, given_at=at)
            for file_id in file_ids
        )
    return dossier
