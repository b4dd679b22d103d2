"""Open a case."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.models import Case
from nentang.foundation.casework.registry import kind_named
from nentang.kernel.text import fold

from ._change import write_down


@transaction.atomic
def open_case(
    *,
    kind: str,
    code: str,
    organization_id: int,
    title: str,
    applicant_person_id: int | None,
    applicant_name: str,
    channel: str,
    unit_code: str,
    actor: Actor,
    at: datetime,
) -> Case:
    """The new case in its kind's first state, held by the organisation; its clock does not run yet."""
    case = Case.objects.create(
        kind=kind,
        code=code,
        title=title,
        state=kind_named(kind).initial,
        organization_id=organization_id,
        holder_id=organization_id,
        unit_code=unit_code,
        applicant_id=applicant_person_id,
        applicant_name=applicant_name,
        folded=fold(f"{code} {applicant_name} {title}")[:400],
        channel=channel,
        opened_at=at,
        held_since=at,
    )
    write_down(case, "open", actor, at)
    return case
