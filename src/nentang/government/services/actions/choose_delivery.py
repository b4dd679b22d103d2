"""Choose how the result reaches the applicant."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.organizations.public import current_organization
from nentang.government.services.enums import DeliveryWay
from nentang.government.services.errors import AddressMissing, DeliverySettled
from nentang.government.services.models import Delivery, Dossier
from nentang.government.services.permissions import check_chooses_delivery
from nentang.government.services.queries import dossier_to_change
from nentang.kernel.clock import legal_day

from .hand_on_result import hand_on_result

SHORTEST_ADDRESS = 10


def choose_delivery(
    *,
    code: str,
    way: DeliveryWay,
    counter_id: int | None,
    address: str,
    actor: Actor,
    at: datetime,
) -> Dossier:
    """The dossier; a result that is signed already goes that way at once.

    Raises AddressMissing, OrganizationNotFound (the counter), DeliverySettled once it was delivered or
    posted.
    """
    with transaction.atomic():
        dossier = dossier_to_change(code)
        check_chooses_delivery(actor, dossier)
        if dossier.case.closed_at or _is_posted(dossier):
            raise DeliverySettled
        Delivery.objects.update_or_create(
            dossier=dossier, defaults=_chosen(dossier, way, counter_id, address, at)
        )
        record(
            actor=actor,
            action="services.choose_delivery",
            subject=f"dossier:{dossier.pk}",
            organization_id=dossier.organization_id,
            person_id=dossier.applicant_id,
            details={"way": str(way)},
            at=at,
        )
        return hand_on_result(code=code, at=at)


def _is_posted(dossier: Dossier) -> bool:
    return Delivery.objects.filter(dossier=dossier, posted_at__isnull=False).exists()


def _chosen(
    dossier: Dossier, way: DeliveryWay, counter_id: int | None, address: str, at: datetime
) -> dict[str, object]:
    if way is DeliveryWay.POST and len(address.strip()) < SHORTEST_ADDRESS:
        raise AddressMissing
    fetched = counter_id or dossier.counter_id or dossier.organization_id
    is_fetched = way is DeliveryWay.COUNTER
    return {
        "way": way,
        "counter_id": current_organization(fetched, legal_day(at)).id if is_fetched else None,
        "address": address.strip()[:300] if way is DeliveryWay.POST else "",
    }
