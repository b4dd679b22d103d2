"""The audit record of what was done with a target."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.measure.programme.models import PlanTarget


def note(
    target: PlanTarget, action: str, *, actor: Actor, at: datetime, **details: str | int
) -> None:
    """Who did what with which target; no personal data."""
    record(
        actor=actor,
        action=f"programme.{action}",
        subject=f"plan_target:{target.pk}",
        organization_id=target.organization_id,
        details=details,
        at=at,
    )
