"""Make stored files part of a dossier."""

from collections.abc import Iterable
from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import link_file
from nentang.government.services.models import Dossier, DossierPaper


def attach_papers(
    dossier: Dossier, paper: str, file_ids: Iterable[int], *, actor: Actor, at: datetime
) -> None:
    """Whoever may see the dossier may open these files from now on; inside a transaction."""
    for file_id in file_ids:
        link_file(
            file_id=file_id,
            subject=f"dossier:{dossier.pk}",
            organization_id=dossier.organization_id,
            actor=actor,
            at=at,
        )
        DossierPaper.objects.create(dossier=dossier, paper=paper, file_id=file_id, given_at=at)
