"""A portal did not answer as agreed: it is tried again, ever later."""

from datetime import datetime

from django.db.models import F

from nentang.government.status_sync.models import Portal
from nentang.government.status_sync.rules.retry import wait_after


def note_failure(*, portal: Portal, at: datetime) -> None:
    """Count it and set the next try; no audit, for nobody acts."""
    Portal.objects.filter(pk=portal.pk).update(
        failures=F("failures") + 1, next_try_at=at + wait_after(portal.failures + 1)
    )
