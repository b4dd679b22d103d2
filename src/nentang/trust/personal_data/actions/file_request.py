"""Ask a body something about one's data."""

import secrets
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.casework.public import Case, open_case, start_clock
from nentang.foundation.identity.public import person
from nentang.foundation.notifications.public import notify
from nentang.foundation.organizations.public import organization
from nentang.kernel.clock import legal_day
from nentang.trust.personal_data.enums import RequestKind
from nentang.trust.personal_data.errors import CaseNotFound, NobodyInCharge, RequestIncomplete
from nentang.trust.personal_data.models import SubjectRequest
from nentang.trust.personal_data.permissions import check_own_name
from nentang.trust.personal_data.queries import people_in_charge
from nentang.trust.personal_data.registry import DATA_REQUEST, REQUEST_FILED
from nentang.trust.personal_data.rules.codes import make_code
from nentang.trust.personal_data.rules.requests import answering_on


@transaction.atomic
def file_request(
    *, kind: str, organization_id: int, about: str, words: str, actor: Actor, at: datetime
) -> SubjectRequest:
    """The request, with its case and the law's clock; those in charge there are told.

    InOwnNameOnly, RequestIncomplete (no such kind on this day, no words), NobodyInCharge,
    CaseNotFound where `about` is no matter of the person's.
    """
    person_id = check_own_name(actor)
    law = answering_on(legal_day(at)).value
    if kind not in law.kinds or not words.strip():
        raise RequestIncomplete
    in_charge = people_in_charge(organization_id, on=legal_day(at))
    if not in_charge:
        raise NobodyInCharge
    about = about.strip()
    if about and not Case.objects.filter(code=about, applicant=person_id).exists():
        raise CaseNotFound
    case = _open_case(kind, organization_id, person_id, actor, at)
    start_clock(case=case, working_days=law.working_days, hours=law.hours, actor=actor, at=at)
    request = SubjectRequest.objects.create(
        case=case,
        person_id=person_id,
        kind=kind,
        about=about,
        words=words.strip()[:4000],
        asked_at=at,
    )
    _tell(request, in_charge, actor, at)
    return request


def _open_case(kind: str, organization_id: int, person_id: int, actor: Actor, at: datetime) -> Case:
    return open_case(
        kind=DATA_REQUEST,
        code=make_code("DL", secrets.choice),
        organization_id=organization_id,
        title=str(RequestKind(kind).label),
        applicant_person_id=person_id,
        applicant_name=person(person_id).full_name,
        channel="online",
        unit_code=organization(organization_id).unit_code,
        actor=actor,
        at=at,
    )


def _tell(request: SubjectRequest, in_charge: list[int], actor: Actor, at: datetime) -> None:
    for officer in in_charge:
        notify(
            template=REQUEST_FILED.code,
            person_id=officer,
            context={"code": request.case.code},
            subject=f"case:{request.case_id}",
            at=at,
        )
    record(
        actor=actor,
        action="personal_data.file_request",
        subject=f"case:{request.case_id}",
        organization_id=request.case.organization_id,
        person_id=request.person_id,
        details={"kind": request.kind},
        at=at,
    )
