"""Stop the exchange with a portal, or begin it again."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.status_sync.errors import PortalNotFound
from nentang.government.status_sync.models import Portal
from nentang.government.status_sync.permissions import check_can_connect


def close_portal(*, code: str, is_open: bool, actor: Actor, at: datetime) -> Portal:
    """The portal, closed or open again; where it was left off it goes on. PortalNotFound."""
    check_can_connect(actor)
    with transaction.atomic():
        portal = Portal.objects.select_for_update().filter(code=code).first()
        if portal is None:
            raise PortalNotFound
        portal.is_open, portal.failures, portal.next_try_at = is_open, 0, None
        portal.save(update_fields=["is_open", "failures", "next_try_at"])
        record(
            actor=actor,
            action="status_sync.close_portal",
            subject=f"portal:{portal.pk}",
            details={"code": code, "open": is_open},
            at=at,
        )
    return portal
