"""Drop exports whose days are over."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.trust.personal_data.adapters.package import discard
from nentang.trust.personal_data.enums import ExportState
from nentang.trust.personal_data.models import Export


@transaction.atomic
def drop_expired_exports(*, at: datetime) -> int:
    """How many archives left the disk. Killed in between, the next run drops the rest."""
    over = Export.objects.filter(state=ExportState.READY, expires_at__lte=at)
    going = list(over.select_for_update().order_by("pk")[:200])
    for export in going:
        discard(export.public_id)
    over.filter(pk__in=[export.pk for export in going]).update(state=ExportState.GONE)
    if going:
        record(
            actor=SYSTEM,
            action="personal_data.drop_expired_exports",
            subject="exports:expired",
            details={"count": len(going)},
            at=at,
        )
    return len(going)
