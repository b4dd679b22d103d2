"""Let the population register give the number of a child whose birth is being registered."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.audit.public import record
from nentang.foundation.organizations.public import organization, province_of
from nentang.government.civil_status.errors import DossierNotReady
from nentang.government.civil_status.models import GivenNumber
from nentang.government.civil_status.models.entries import LAW
from nentang.government.civil_status.rules.days import read_partial, year_of
from nentang.government.civil_status.rules.dossiers import WRITTEN
from nentang.government.population.public import issue_number
from nentang.government.services.public import read_answers, record_findings
from nentang.kernel.clock import legal_day

PURPOSE = "Cấp số định danh cho trẻ khi đăng ký khai sinh"
FINDING = "child_number"


@transaction.atomic
def give_child_number(*, code: str, actor: Actor, at: datetime) -> str:
    """The child's number, on the dossier as what the office found out; asked again it is the same.

    Raises DossierNotReady, DossierNotFound, and what `record_findings` raises where the actor may not.
    """
    read = read_answers(code=code, purpose=PURPOSE, legal_basis=LAW, actor=actor, at=at)
    if WRITTEN.get(read.procedure.partition(".000.00.00.")[0]) != "births" or read.outcome:
        raise DossierNotReady
    given, is_new = GivenNumber.objects.get_or_create(
        dossier_code=code, defaults={"number": "", "given_at": at}
    )
    if is_new:
        given.number = read.answers.get(FINDING) or _issue(read.answers, read.organization_id, at)
        given.save(update_fields=["number"])
        record(
            actor=actor,
            action="civil_status.give_child_number",
            subject=f"given_number:{given.pk}",
            organization_id=read.organization_id,
            at=at,
        )
    record_findings(code=code, findings={FINDING: given.number}, actor=actor, at=at)
    return given.number


def _issue(answers: Mapping[str, Any], organization_id: int, at: datetime) -> str:
    unit_code = organization(organization_id).unit_code
    return issue_number(
        province_code=province_of(unit_code, legal_day(at)).code,
        sex=str(answers["child_sex"]),
        birth_year=year_of(read_partial(str(answers["child_birth_on"]))),
        actor=SYSTEM,
        at=at,
    )
