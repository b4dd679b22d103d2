"""Ask a body to open data."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.casework.public import open_case, start_clock
from nentang.foundation.organizations.public import OrganizationInfo, current_organization
from nentang.kernel.clock import legal_day
from nentang.kernel.errors import NotAllowed
from nentang.measure.open_data.errors import DatasetNotFound, QuestionMissing, TooManyRequests
from nentang.measure.open_data.models import DataRequest, Dataset, RequestCounter
from nentang.measure.open_data.queries import dataset_named, datasets, open_requests_of
from nentang.measure.open_data.registry import REQUEST
from nentang.measure.open_data.rules.law import answer_days_on

MOST_OPEN = 5
LONGEST_ASKED, LONGEST_PURPOSE = 2000, 1000


@transaction.atomic
def file_request(
    *, about: str, asked: str, purpose: str, actor: Actor, at: datetime
) -> DataRequest:
    """The request, to be answered within the working days of the law.

    `about` is the code of a dataset (its owner answers), or the number of a body that keeps some.
    Raises NotAllowed (not signed in as oneself), QuestionMissing, DatasetNotFound, TooManyRequests.
    """
    if actor.person_id is None or actor.mandate_id is not None:
        raise NotAllowed
    if not (asked.strip() and purpose.strip()):
        raise QuestionMissing
    if again := _same(actor.person_id, asked.strip()):
        return again
    if open_requests_of(actor.person_id) >= MOST_OPEN:
        raise TooManyRequests(most=MOST_OPEN)
    dataset, owner = _whom(about)
    body = current_organization(owner, legal_day(at))
    request = _open(body, actor, at)
    request.requester_id = actor.person_id
    request.dataset = dataset
    request.asked = asked.strip()[:LONGEST_ASKED]
    request.purpose = purpose.strip()[:LONGEST_PURPOSE]
    request.save()
    record(
        actor=actor,
        action="open_data.file_request",
        subject=f"open_data_request:{request.pk}",
        organization_id=body.id,
        person_id=actor.person_id,
        at=at,
    )
    return request


def _same(person_id: int, asked: str) -> DataRequest | None:
    """The same words that wait already, from a form sent twice."""
    waiting = DataRequest.objects.filter(requester=person_id, outcome="", asked=asked)
    return waiting.select_related("case").first()


def _whom(about: str) -> tuple[Dataset | None, int]:
    known = {str(each.dataset.owner_id) for each in datasets()}
    if about in known:
        return None, int(about)
    if not about:
        raise DatasetNotFound
    dataset = dataset_named(about)
    return dataset, dataset.owner_id


def _open(body: OrganizationInfo, actor: Actor, at: datetime) -> DataRequest:
    today = legal_day(at)
    serial = RequestCounter.take(organization_id=body.id, year=today.year)
    code = f"{body.code_qcvn102 or body.id}-DL{today.year % 100:02d}-{serial:04d}"
    case = open_case(
        kind=REQUEST,
        code=code,
        organization_id=body.id,
        title="Yêu cầu dữ liệu mở",
        applicant_person_id=actor.person_id,
        applicant_name=actor.name,
        channel="online",
        unit_code=body.unit_code,
        actor=actor,
        at=at,
    )
    days = answer_days_on(today).value
    start_clock(case=case, working_days=days, actor=actor, at=at)
    return DataRequest(case=case, code=code, filed_at=at)
