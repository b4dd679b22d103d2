"""A break has found its end; every way there goes through here."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.economy.payments.enums import Resolution
from nentang.economy.payments.models import Break
from nentang.foundation.audit.public import record
from nentang.foundation.casework.public import move_case

STEPS = {
    Resolution.EXPLAINED: "explain",
    Resolution.BOOKED: "book",
    Resolution.RETURNED: "refunded",
    Resolution.AGREED: "agree",
}


def close_break(
    *, found: Break, resolution: Resolution, actor: Actor, at: datetime, note: str = ""
) -> None:
    """Resolve the break and its case, inside a transaction."""
    found.resolution, found.resolved_at, found.note = resolution, at, note
    found.save(update_fields=["resolution", "resolved_at", "note"])
    if found.case:
        move_case(case=found.case, step=STEPS[resolution], actor=actor, at=at, note=note)
    record(
        actor=actor,
        action="payments.close_break",
        subject=f"payment_break:{found.pk}",
        organization_id=found.payee_id,
        details={"code": found.code, "resolution": str(resolution)},
        at=at,
    )
