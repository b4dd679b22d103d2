"""What every end of a dossier leaves behind: the fact that the measure is computed from."""

from datetime import datetime

from nentang.foundation.facts.public import record_fact
from nentang.foundation.organizations.public import organization
from nentang.government.services.indicators import DOSSIER_FINISHED
from nentang.government.services.models import Dossier


def conclude(dossier: Dossier, *, at: datetime) -> None:
    """Record how and whether in time the dossier was decided; inside the action's transaction."""
    body = organization(dossier.organization_id)
    promised = dossier.case.first_due_at or dossier.case.due_at
    record_fact(
        DOSSIER_FINISHED,
        at=at,
        organization_id=body.id,
        unit_code=body.unit_code,
        procedure=dossier.procedure,
        channel=str(dossier.channel),
        level=body.level,
        outcome=str(dossier.outcome),
        on_time=promised is None or at <= promised,
        digital=dossier.result_id is not None,
    )
