"""Reach another installation at another address."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.document_exchange.errors import (
    InstallationNotFound,
    InstallationUnreadable,
)
from nentang.government.document_exchange.models import Installation
from nentang.government.document_exchange.permissions import check_can_mend

from .connect_installation import is_address


@transaction.atomic
def move_installation(*, code: str, url: str, actor: Actor, at: datetime) -> Installation:
    """The installation, tried there at once; what it signs with stays. InstallationUnreadable, InstallationNotFound."""
    check_can_mend(actor)
    if not is_address(url.strip()):
        raise InstallationUnreadable
    found = Installation.objects.select_for_update().filter(code=code, is_here=False).first()
    if found is None:
        raise InstallationNotFound
    found.url, found.failures, found.next_try_at = url.strip(), 0, None
    found.save(update_fields=["url", "failures", "next_try_at"])
    record(
        actor=actor,
        action="document_exchange.move_installation",
        subject=f"installation:{found.pk}",
        details={"code": code},
        at=at,
    )
    return found
