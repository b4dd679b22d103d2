"""Let go of drafts that nobody came back to, and of what is left of those handed in."""

from datetime import datetime, timedelta

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.forms.models import KEEP_DAYS, Draft

BATCH = 500


@transaction.atomic
def discard_expired_drafts(*, at: datetime) -> int:
    """How many were deleted, at most a batch; nobody touched them for KEEP_DAYS."""
    over = Draft.objects.filter(updated_at__lte=at - timedelta(days=KEEP_DAYS)).order_by("pk")
    ids = list(over.values_list("pk", flat=True)[:BATCH])
    if ids:
        Draft.objects.filter(pk__in=ids).delete()
        details: dict[str, str | int] = {"count": len(ids)}
        record(
            actor=SYSTEM,
            action="forms.discard_expired_drafts",
            subject="drafts:expired",
            details=details,
            at=at,
        )
    return len(ids)
