"""Reads of what became of dossiers in the books."""

from collections.abc import Sequence

from nentang.government.civil_status.enums import Outcome
from nentang.government.civil_status.models import DossierEntry, GivenNumber


def dossier_entry(dossier_code: str) -> DossierEntry | None:
    """What became of the dossier, if it was granted and belongs into a book."""
    return DossierEntry.objects.filter(dossier_code=dossier_code).first()


def given_number(dossier_code: str) -> str:
    """The number given for the child of that dossier; empty where none was."""
    found = GivenNumber.objects.filter(dossier_code=dossier_code).values_list("number", flat=True)
    return found.first() or ""


def waiting_dossiers(
    organization_ids: Sequence[int], *, after_id: int = 0, limit: int = 20
) -> list[DossierEntry]:
    """Granted dossiers of those bodies that an officer has to write, the longest waiting first."""
    rows = DossierEntry.objects.filter(
        organization__in=organization_ids, outcome=Outcome.WAITING, id__gt=after_id
    )
    return list(rows.order_by("id")[:limit])
