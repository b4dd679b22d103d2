"""Count once a day which ministries and provinces are connected."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import FactEntry, record_facts
from nentang.government.data_sharing.indicators import BODY_CONNECTED
from nentang.government.data_sharing.models import Member
from nentang.government.data_sharing.queries import connected_bodies


@transaction.atomic
def count_bodies(*, at: datetime) -> int:
    """How many bodies were counted; none where nobody has joined a network here."""
    if not Member.objects.exists():
        return 0
    bodies = connected_bodies(at=at)
    record_facts(
        BODY_CONNECTED,
        [
            FactEntry(
                at=at,
                organization_id=each.id,
                unit_code=each.unit_code,
                fields={"connected": each.is_connected},
            )
            for each in bodies
        ],
    )
    record(actor=SYSTEM, action="data_sharing.count_bodies", subject="network:1", at=at)
    return len(bodies)
