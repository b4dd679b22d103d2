"""Have those look again who decided on a value that was corrected since."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record as write_down
from nentang.foundation.casework.public import Case, open_case
from nentang.foundation.organizations.public import OrganizationInfo, current_organization
from nentang.foundation.registers.models import Record, Reexamination, Touched, every_row
from nentang.foundation.registers.queries import Use, uses_touched
from nentang.foundation.registers.registry import Register, register_named
from nentang.kernel.clock import legal_day


@transaction.atomic
def reexamine(*, register: str, record_id: int, aspect: str, at: datetime) -> list[Reexamination]:
    """One case for each body that used what was corrected; the same again for the same correction."""
    kind = register_named(register)
    record = every_row(kind.record).get(pk=record_id)
    found = []
    uses = uses_touched(kind, record, aspect)
    for organization_id, group in groupby(uses, lambda use: use.evidence.organization_id):
        found.append(_open(kind, record, organization_id, list(group), at))
    return found


def _open(
    register: Register, record: Record, organization_id: int, uses: list[Use], at: datetime
) -> Reexamination:
    known = Reexamination.objects.filter(
        register=register.name,
        record_code=record.code,
        revision=record.revision,
        organization=organization_id,
    )
    return known.first() or _begin(register, record, organization_id, uses, at)


def _begin(
    register: Register, record: Record, organization_id: int, uses: list[Use], at: datetime
) -> Reexamination:
    body = current_organization(organization_id, legal_day(at))
    code = f"XL-{register.name}-{record.pk}-{record.revision}-{organization_id}"
    examined = Reexamination.objects.create(
        case=_case(code[:40].upper(), _title(uses), body, at),
        register=register.name,
        record_code=record.code,
        organization_id=organization_id,
        revision=record.revision,
        opened_at=at,
    )
    Touched.objects.bulk_create(_touched(examined, uses))
    write_down(
        actor=SYSTEM,
        action="registers.reexamine",
        subject=f"reexamination:{examined.pk}",
        organization_id=body.id,
        at=at,
        details={"uses": len(uses)},
    )
    return examined


def _case(code: str, title: str, body: OrganizationInfo, at: datetime) -> Case:
    return open_case(
        kind="reexamination",
        code=code,
        organization_id=body.id,
        title=title,
        applicant_person_id=None,
        applicant_name="",
        channel="desk",
        unit_code=body.unit_code,
        actor=SYSTEM,
        at=at,
    )


def _title(uses: list[Use]) -> str:
    matters = list(dict.fromkeys(use.evidence.title for use in uses))
    return f"Xem lại: {', '.join(matters)}"[:200]


def _touched(examined: Reexamination, uses: Iterable[Use]) -> list[Touched]:
    return [
        Touched(reexamination=examined, evidence=use.evidence, now_shown=use.now_shown[:400])
        for use in uses
    ]
