"""Open a round: a framework is asked of bodies for a year."""

from collections.abc import Collection
from datetime import date, datetime, time

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.casework.public import open_case, set_term
from nentang.foundation.organizations.public import organization
from nentang.kernel.clock import at_local, legal_day
from nentang.measure.index.errors import (
    AppraisesItself,
    FrameworkNotFound,
    NobodyAsked,
    RoundExists,
)
from nentang.measure.index.models import Round, Sheet
from nentang.measure.index.permissions import check_opens
from nentang.measure.index.registry import SHEET
from nentang.measure.index.rules.framework import FAMILIES, law_of, rule_for

PREFIX = {"dti_province": "DTI", "dti_ministry": "DTIB", "dti_nation": "DTIQG"}
MOST_BODIES = 200


def open_round(
    *,
    family: str,
    year: int,
    appraised_by_id: int,
    organization_ids: Collection[int],
    answer_by: date,
    actor: Actor,
    at: datetime,
) -> Round:
    """The round, with a sheet for each body, due by that day.

    Raises NotPublisher, FrameworkNotFound, NobodyAsked, AppraisesItself, RoundExists.
    """
    check_opens(actor, appraised_by_id)
    if family not in FAMILIES or rule_for(law_of(family), year) is None:
        raise FrameworkNotFound(framework=family, year=year)
    bodies = list(dict.fromkeys(organization_ids))
    if not 0 < len(bodies) <= MOST_BODIES or answer_by < legal_day(at):
        raise NobodyAsked(most=MOST_BODIES)
    if appraised_by_id in bodies:
        raise AppraisesItself
    with transaction.atomic():
        opened = _opened(family, year, appraised_by_id, answer_by, at)
        for body in bodies:
            _open_sheet(opened, body, actor, at)
        record(
            actor=actor,
            action="index.open_round",
            subject=f"index_round:{opened.pk}",
            organization_id=appraised_by_id,
            at=at,
            details={"family": family, "year": year, "sheets": len(bodies)},
        )
    return opened


def _opened(family: str, year: int, by: int, answer_by: date, at: datetime) -> Round:
    opened, is_new = Round.objects.get_or_create(
        family=family,
        year=year,
        defaults={"appraised_by_id": by, "answer_by": answer_by, "opened_at": at},
    )
    if not is_new:
        raise RoundExists
    return opened


def _open_sheet(opened: Round, body: int, actor: Actor, at: datetime) -> Sheet:
    info = organization(body)
    code = f"{PREFIX.get(opened.family, opened.family.upper()[:12])}-{opened.year}-{body}"
    case = open_case(
        kind=SHEET,
        code=code,
        organization_id=body,
        title=f"Phiếu chỉ số năm {opened.year}: {info.name}"[:200],
        applicant_person_id=None,
        applicant_name="",
        channel="",
        unit_code=info.unit_code,
        actor=actor,
        at=at,
    )
    due = at_local(opened.answer_by, time(17))
    set_term(case=case, due_at=due, actor=actor, at=at)
    return Sheet.objects.create(
        round=opened, organization_id=body, unit_code=info.unit_code, code=code, case=case
    )
