"""Granted dossiers that wait for an officer, and are written."""

from nentang.government.civil_status.enums import Outcome
from nentang.government.civil_status.errors import DossierNotReady
from nentang.government.civil_status.models import CivilEntry, DossierEntry


def waiting_one(dossier_code: str, kind: str, organization_id: int) -> DossierEntry:
    """The dossier's row, held until the end of the transaction; DossierNotReady where it does not wait."""
    rows = DossierEntry.objects.select_for_update().filter(
        dossier_code=dossier_code, organization=organization_id, kind=kind, outcome=Outcome.WAITING
    )
    if (found := rows.first()) is None:
        raise DossierNotReady
    return found


def note_entered(row: DossierEntry, entry: CivilEntry) -> None:
    """The dossier waits no longer."""
    row.outcome, row.entry_code, row.reasons = Outcome.ENTERED, entry.code, []
    row.save(update_fields=["outcome", "entry_code", "reasons"])
