"""Ask another body for data."""

from datetime import datetime

from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.casework.public import open_case, start_clock
from nentang.foundation.outbox.public import publish
from nentang.government.data_sharing.errors import AlreadyAsked
from nentang.government.data_sharing.events import AccessAsked
from nentang.government.data_sharing.models import (
    AccessRequest,
    SharedService,
    Subsystem,
    YearCounter,
)
from nentang.government.data_sharing.permissions import check_asks_for
from nentang.government.data_sharing.queries import find_service, open_request_for
from nentang.government.data_sharing.registry import DATA_ACCESS
from nentang.government.data_sharing.rules.terms import answer_days_on, is_granted_at_once
from nentang.government.data_sharing.rules.wishes import Offered, Wish
from nentang.kernel.clock import legal_day

from ._grant import give_grant


def ask_access(
    *, service_id: int, client: Subsystem, wish: Wish, actor: Actor, at: datetime
) -> AccessRequest:
    """The request, due within the working days of the law; granted at once where the data is shared by default.

    Raises ServiceNotFound, NotYourBody, AlreadyAsked, and what `Wish.check` raises.
    """
    check_asks_for(actor, client)
    service = find_service(service_id)
    offered = [each["path"] for each in service.fields]
    wish.check(Offered(offered, service.row_keys, service.purposes), legal_day(at))
    if standing := open_request_for(client.pk, service.pk, wish.purpose):
        raise AlreadyAsked(code=standing.code)
    try:
        with transaction.atomic():
            return _open(service, client, wish, actor, at)
    except IntegrityError:
        if standing := open_request_for(client.pk, service.pk, wish.purpose):
            raise AlreadyAsked(code=standing.code) from None
        raise


def _open(
    service: SharedService, client: Subsystem, wish: Wish, actor: Actor, at: datetime
) -> AccessRequest:
    provider = service.subsystem.member
    today = legal_day(at)
    request = AccessRequest(
        client=client,
        service=service,
        purpose=wish.purpose,
        reason=wish.reason.strip(),
        legal_basis=wish.legal_basis.strip(),
        fields=list(wish.fields),
        rows=wish.rows,
        valid_from=wish.valid_from,
        valid_to=wish.valid_to,
        asked_at=at,
    )
    serial = YearCounter.take(organization_id=provider.organization_id, year=today.year)
    request.code = f"{provider.code}-DL{today.year % 100:02d}-{serial:04d}"
    request.case = open_case(
        kind=DATA_ACCESS,
        code=request.code,
        organization_id=provider.organization_id,
        title=f"Đề nghị khai thác dữ liệu: {service.title}"[:200],
        applicant_person_id=None,
        applicant_name=client.member.organization.name,
        channel="online",
        unit_code="",
        actor=actor,
        at=at,
    )
    start_clock(case=request.case, working_days=answer_days_on(today).value, actor=actor, at=at)
    request.save()
    _tell(request, actor, at)
    if is_granted_at_once(service.sharing, today):
        give_grant(request, step="grant_by_default", answer="", actor=actor, at=at)
    return request


def _tell(request: AccessRequest, actor: Actor, at: datetime) -> None:
    provider = request.service.subsystem.member
    record(
        actor=actor,
        action="data_sharing.ask_access",
        subject=f"access_request:{request.pk}",
        organization_id=request.client.member.organization_id,
        at=at,
    )
    publish(
        AccessAsked(
            code=request.code,
            client=request.client.address,
            service=request.service.address,
            provider_id=provider.organization_id,
        ),
        at=at,
        key=request.code,
    )
