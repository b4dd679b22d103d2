"""Audit, event and fact of a change to a body, together."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import record_fact
from nentang.foundation.organizations.events import ORGANIZATION_CHANGED
from nentang.foundation.organizations.models import Organization
from nentang.foundation.outbox.public import publish


def tell(
    row: Organization,
    change: str,
    event: object,
    *,
    actor: Actor,
    at: datetime,
    details: dict[str, str | int],
) -> None:
    """Write down that the body was `created`, `ended` or `succeeded`, in the caller's transaction."""
    subject = f"organization:{row.pk}"
    verb = {"created": "create", "ended": "end", "succeeded": "succeed"}[change]
    record(
        actor=actor,
        action=f"organizations.{verb}_organization",
        subject=subject,
        at=at,
        organization_id=row.pk,
        details=details,
    )
    publish(event, at=at, key=subject)
    record_fact(
        ORGANIZATION_CHANGED,
        at=at,
        organization_id=row.pk,
        unit_code=row.unit.code if row.unit else "",
        change=change,
        level=str(row.level),
        body=str(row.kind),
    )
