"""Note that a part's dossier ended, and tell the applicant where others wait for it in vain."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import record_fact
from nentang.foundation.notifications.public import notify
from nentang.foundation.organizations.public import organization
from nentang.government.linked.indicators import PART_FINISHED
from nentang.government.linked.models import PartDossier
from nentang.government.linked.queries import find_chain, parts_of
from nentang.government.linked.registry import ENDED


@transaction.atomic
def end_part(*, dossier_id: int, at: datetime) -> PartDossier | None:
    """What the dossier was for, noted as finished once; None where it belongs to no chain."""
    rows = PartDossier.objects.select_for_update(of=("self",))
    row = rows.select_related("part__chain", "dossier").filter(dossier=dossier_id).first()
    if row is None or row.finished_at or not row.dossier.outcome:
        return row
    row.finished_at = at
    row.save(update_fields=["finished_at"])
    _tell(row, at)
    return row


def _tell(row: PartDossier, at: datetime) -> None:
    part, chain = row.part, row.part.chain
    body = organization(row.dossier.organization_id)
    record(
        actor=SYSTEM,
        action="linked.end_part",
        subject=f"chain:{chain.pk}",
        organization_id=body.id,
        person_id=chain.applicant_id,
        details={"part": part.name, "outcome": row.dossier.outcome},
        at=at,
    )
    record_fact(
        PART_FINISHED,
        at=at,
        organization_id=body.id,
        unit_code=body.unit_code,
        kind=chain.kind,
        part=part.name,
        procedure=part.procedure,
        outcome=str(row.dossier.outcome),
    )
    if any(each.is_blocked for each in parts_of(find_chain(chain.code))):
        notify(
            template=ENDED.code,
            person_id=chain.applicant_id,
            context={"code": chain.code},
            subject=f"chain:{chain.pk}",
            at=at,
        )
