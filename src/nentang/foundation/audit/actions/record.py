"""Record that somebody did something."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.audit import adapters


def record(
    *,
    actor: Actor,
    action: str,
    subject: str,
    at: datetime,
    organization_id: int | None = None,
    person_id: int | None = None,
    details: dict[str, str | int] | None = None,
) -> None:
    """Add the act, in the caller's transaction, with one statement.

    `action` is `app.verb_noun`, `subject` is `thing:id`, `person_id` whose matter it is. Details
    hold codes and numbers, no personal data.
    """
    adapters.add(
        adapters.Entry(
            actor=actor,
            action=action,
            subject=subject,
            at=at,
            organization_id=organization_id,
            person_id=person_id,
            details=details or {},
        )
    )
