"""Open a body's register: who asked for it, and why, is written down."""

from datetime import date, datetime

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.services.permissions import check_keeps_register
from nentang.government.services.queries import Entry, month_of, register_entries


def read_register(
    *,
    organization_id: int,
    month: date,
    after_id: int = 0,
    limit: int = 50,
    actor: Actor,
    at: datetime,
) -> list[Entry]:
    """Lines of that month behind the given one; NotYourDesk for other bodies' officers."""
    check_keeps_register(actor, organization_id)
    first, until = month_of(month)
    entries = register_entries(
        organization_id, first=first, until=until, after_id=after_id, limit=limit
    )
    record(
        actor=actor,
        action="services.read_register",
        subject=f"register:{organization_id}:{month:%Y-%m}",
        organization_id=organization_id,
        details={"lines": len(entries)},
        at=at,
    )
    return entries
