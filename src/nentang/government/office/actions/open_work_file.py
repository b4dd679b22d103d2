"""Open a work file."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.office.errors import TitleMissing
from nentang.government.office.models import WorkFile
from nentang.government.office.permissions import account_of, check_works_at
from nentang.government.office.queries.bodies import summary_of
from nentang.government.office.rules.secrecy import OPEN, check_open
from nentang.government.office.rules.terms import check_retention
from nentang.kernel.clock import legal_day

from . import _codes


@transaction.atomic
def open_work_file(
    *, organization_id: int, title: str, retention_years: int, actor: Actor, at: datetime
) -> WorkFile:
    """The work file, kept by the actor. Raises DocumentNotFound (other body), TitleMissing, RetentionUnknown."""
    check_works_at(actor, organization_id)
    day = legal_day(at)
    if not title.strip():
        raise TitleMissing
    check_open(OPEN, title, on=day)
    check_retention(retention_years, day)
    code = _codes.next_code(organization_id, _codes.WORK_FILE, at)
    work_file = WorkFile.objects.create(
        organization_id=organization_id,
        code=code,
        title=title.strip()[:300],
        retention_years=retention_years,
        keeper_id=account_of(actor),
        opened_at=at,
        folded=summary_of(code, title)[:400],
    )
    record(
        actor=actor,
        action="office.open_work_file",
        subject=f"work_file:{work_file.pk}",
        organization_id=organization_id,
        at=at,
    )
    return work_file
