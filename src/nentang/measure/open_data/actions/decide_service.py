"""Confirm a service that was built on a dataset, or do not."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import record_fact
from nentang.foundation.organizations.public import organization
from nentang.measure.open_data.enums import ServiceState
from nentang.measure.open_data.errors import ReasonMissing, ServiceDecided
from nentang.measure.open_data.indicators import SERVICE_CONFIRMED
from nentang.measure.open_data.models import DataService
from nentang.measure.open_data.permissions import check_manages
from nentang.measure.open_data.queries import find_service


@transaction.atomic
def decide_service(
    *, service_id: int, grant: bool, reason: str, actor: Actor, at: datetime
) -> DataService:
    """The service, in the gallery and counted where confirmed; a refusal says why.

    Raises ServiceNotFound, NotYourDataset, ReasonMissing, ServiceDecided.
    """
    service = find_service(service_id)
    check_manages(actor, service.dataset)
    if not grant and not reason.strip():
        raise ReasonMissing
    state = ServiceState.CONFIRMED if grant else ServiceState.REFUSED
    waiting = DataService.objects.filter(pk=service.pk, state=ServiceState.PROPOSED)
    if not waiting.update(state=state, decided_at=at, reason=reason.strip()[:500]):
        raise ServiceDecided
    service.state, service.decided_at = state, at
    _tell(service, actor, at)
    return service


def _tell(service: DataService, actor: Actor, at: datetime) -> None:
    owner = service.dataset.owner
    record(
        actor=actor,
        action="open_data.decide_service",
        subject=f"data_service:{service.pk}",
        organization_id=owner.pk,
        person_id=service.registered_by_id,
        details={"state": str(service.state)},
        at=at,
    )
    if service.state == ServiceState.CONFIRMED:
        record_fact(
            SERVICE_CONFIRMED,
            at=at,
            organization_id=owner.pk,
            unit_code=organization(owner.pk).unit_code,
            dataset=service.dataset.code,
        )
