"""Give revenue its unit where the register of finance knew none when it was booked."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.economy.payments.models import RevenueEntry
from nentang.foundation.audit.public import record

from ._revenue import place_on


def place_revenue(*, at: datetime) -> int:
    """How many entries got their unit now, as it was on their day. Run again it changes nothing."""
    waiting = RevenueEntry.objects.filter(unit="").order_by("payee", "day")
    placed = 0
    for payee_id, day in waiting.values_list("payee", "day").distinct().iterator():
        place = place_on(payee_id, day)
        if not place["unit"]:
            continue
        with transaction.atomic():
            found = RevenueEntry.objects.filter(payee=payee_id, day=day, unit="").update(**place)
            record(
                actor=SYSTEM,
                action="payments.place_revenue",
                subject=f"revenue:{payee_id}:{day.isoformat()}",
                organization_id=payee_id,
                details={"entries": found},
                at=at,
            )
        placed += found
    return placed
