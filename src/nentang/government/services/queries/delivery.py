"""How the result of a dossier is to reach its applicant, and where counters are."""

from datetime import date, datetime

from nentang.foundation.audit.public import RowBy
from nentang.foundation.organizations.public import (
    OrganizationInfo,
    current_organization,
    organizations_for,
    search_units,
)
from nentang.government.services.enums import Channel, DeliveryWay
from nentang.government.services.models import Delivery, Dossier
from nentang.kernel.frozen import Frozen

MOST_COUNTERS = 12


class DeliveryPlan(Frozen):
    """The way of a result; `counter` is the body whose counter hands it out, on that day."""

    way: DeliveryWay
    counter: OrganizationInfo | None = None
    address: str = ""
    tracking: str = ""
    posted_at: datetime | None = None


def delivery_of(dossier: Dossier, on: date) -> DeliveryPlan:
    """What was chosen, else what the channel brings: signed at once online, at the counter otherwise."""
    chosen = _chosen(dossier.pk)
    if chosen is None:
        if dossier.channel == Channel.ONLINE:
            return DeliveryPlan(DeliveryWay.ELECTRONIC)
        taken_in = dossier.counter_id or dossier.organization_id
        return DeliveryPlan(DeliveryWay.COUNTER, current_organization(taken_in, on))
    return DeliveryPlan(
        way=DeliveryWay(chosen.way),
        counter=current_organization(chosen.counter_id, on) if chosen.counter_id else None,
        address=chosen.address,
        tracking=chosen.tracking,
        posted_at=chosen.posted_at,
    )


_chosen = RowBy(lambda pk: Delivery.objects.filter(dossier_id=pk), int)


def counters_found(words: str, on: date) -> list[OrganizationInfo]:
    """Bodies with a one-stop counter in places of that name, at most twelve; three queries."""
    units = search_units(words, on, limit=MOST_COUNTERS) if words else []
    bodies = organizations_for([unit.code for unit in units], on)
    return [bodies[unit.code] for unit in units if unit.code in bodies]
