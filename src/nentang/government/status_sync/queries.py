"""Reads of portals and of what they told."""

from datetime import datetime

from django.db.models import QuerySet

from .models import Portal, PortalState


def portals() -> QuerySet[Portal]:
    """All portals, by name."""
    return Portal.objects.order_by("name", "pk")


def due_portals(at: datetime, *, to_send: bool) -> list[Portal]:
    """Open portals with an address for that, whose pause after a failure is over."""
    known = Portal.objects.filter(is_open=True).exclude(
        **({"push_url": ""} if to_send else {"pull_url": ""})
    )
    return [portal for portal in known.order_by("pk") if portal.is_due(at)]


def state_elsewhere(code: str) -> list[PortalState]:
    """What other portals say of the dossier of that code."""
    return list(PortalState.objects.filter(code=code).select_related("portal")[:10])
