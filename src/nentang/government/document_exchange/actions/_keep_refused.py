"""Keep what was not taken, for whoever looks into it; not without end."""

import hashlib
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from nentang.government.document_exchange.models import Participant, RefusedInput
from nentang.kernel.errors import DomainError

HEAD = 64 * 1024  # bytes that are kept of each
MOST_A_DAY = 2_000  # kinds of refused input, so that nobody fills the base with junk


def keep_refused(
    fault: DomainError,
    content: bytes,
    *,
    receiver_code: str,
    sender: Participant | None,
    at: datetime,
) -> None:
    """One row for the same bytes refused for the same reason, however often they come."""
    sha256 = hashlib.sha256(content).hexdigest()
    receiver_code = receiver_code.replace("\x00", "")[:40]
    with transaction.atomic():
        same = RefusedInput.objects.filter(
            sha256=sha256, code=fault.code, receiver_code=receiver_code
        )
        if same.update(times=F("times") + 1, last_at=at):
            return
        if RefusedInput.objects.filter(last_at__gt=at - timedelta(days=1)).count() >= MOST_A_DAY:
            return
        RefusedInput.objects.bulk_create(
            [
                RefusedInput(
                    code=fault.code,
                    sha256=sha256,
                    size=len(content),
                    head=content[:HEAD],
                    receiver_code=receiver_code,
                    sender=sender,
                    first_at=at,
                    last_at=at,
                )
            ],
            ignore_conflicts=True,
        )
