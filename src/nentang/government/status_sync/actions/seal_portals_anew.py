"""Seal the keys that other portals gave us under the secret of today."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor, ActorKind
from nentang.foundation.audit.public import record
from nentang.government.status_sync.adapters.line import SEALED_FOR
from nentang.government.status_sync.errors import NotYourPortals
from nentang.government.status_sync.models import Portal


@transaction.atomic
def seal_portals_anew(*, actor: Actor, at: datetime) -> int:
    """How many keys were sealed anew. NotYourPortals unless the platform asks."""
    from nentang.foundation.identity.public.sealing import seal, unseal  # noqa: PLC0415 - heavy

    if actor.kind is not ActorKind.SYSTEM:
        raise NotYourPortals
    portals = Portal.objects.select_for_update().exclude(their_key="")
    for portal in portals:
        portal.their_key = seal(unseal(portal.their_key, SEALED_FOR), SEALED_FOR)
        portal.save(update_fields=["their_key"])
    record(
        actor=actor,
        action="status_sync.seal_portals_anew",
        subject="key:portals",
        details={"portals": len(portals)},
        at=at,
    )
    return len(portals)
