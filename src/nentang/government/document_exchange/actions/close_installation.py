"""Stop with an installation, or go on."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.document_exchange.errors import InstallationNotFound
from nentang.government.document_exchange.models import Installation
from nentang.government.document_exchange.permissions import check_can_mend


@transaction.atomic
def close_installation(*, code: str, is_open: bool, actor: Actor, at: datetime) -> Installation:
    """The installation; what waits for it is kept. Opened again, it is tried at once. InstallationNotFound."""
    check_can_mend(actor)
    found = Installation.objects.select_for_update().filter(code=code, is_here=False).first()
    if found is None:
        raise InstallationNotFound
    found.is_open, found.failures, found.next_try_at = is_open, 0, None
    found.save(update_fields=["is_open", "failures", "next_try_at"])
    record(
        actor=actor,
        action="document_exchange.close_installation",
        subject=f"installation:{found.pk}",
        details={"is_open": int(is_open)},
        at=at,
    )
    return found
