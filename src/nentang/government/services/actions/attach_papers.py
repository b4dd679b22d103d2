"""Make stored files part of a dossier."""

from collections.abc import Iterable
from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import link_file
from nentang.government.services.models import Dossier, DossierPaper


def attach_papers(
    dossier: Dossier, paper: str, file_ids: Iterable[int], *, actor: Actor, at: datetime
) -> None:
    """The applicant's files from now on, which whoever may see the dossier may open; inside a transaction."""
    for file_id in file_ids:
        link_file(
            file_id=file_id,
            subject=f"dossier:{dossier.pk}",
            organization_id=dossier.organization_id,
            owner_person_id=dossier.applicant_id,
            actor=actor,
            at=at,
        )
        DossierPaper.objects.create(dossier=dossier, paper=paper, file_id=file_id, given_at=at)
