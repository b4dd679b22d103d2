"""How what was done with a report is written down."""

from collections.abc import Mapping
from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.measure.reporting.models import Report


def write_down(
    report: Report,
    action: str,
    *,
    actor: Actor,
    at: datetime,
    details: Mapping[str, str | int] | None = None,
) -> None:
    """The audit record of what was done with the report."""
    record(
        actor=actor,
        action=f"reporting.{action}",
        subject=f"report:{report.pk}",
        organization_id=report.organization_id,
        details=dict(details or {}),
        at=at,
    )
