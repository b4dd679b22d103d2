"""Take a service out of the catalogue."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.data_sharing.models import SharedService
from nentang.government.data_sharing.permissions import check_runs_network_of
from nentang.government.data_sharing.queries import find_service


@transaction.atomic
def end_service(*, service_id: int, actor: Actor, at: datetime) -> SharedService:
    """The service, which no node knows any more after the next snapshot. ServiceNotFound, NotYourBody."""
    service = find_service(service_id)
    organization_id = service.subsystem.member.organization_id
    check_runs_network_of(actor, organization_id)
    service.ended_at = at
    service.save(update_fields=["ended_at"])
    record(
        actor=actor,
        action="data_sharing.end_service",
        subject=f"shared_service:{service.pk}",
        organization_id=organization_id,
        at=at,
    )
    return service
