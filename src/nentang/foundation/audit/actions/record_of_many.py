"""Record that somebody did the same to many things."""

from collections.abc import Iterable
from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.audit import adapters


def record_of_many(
    *,
    actor: Actor,
    action: str,
    about: Iterable[tuple[str, int]],
    at: datetime,
    organization_id: int | None = None,
    details: dict[str, str | int] | None = None,
) -> None:
    """One record for each subject (`thing:id`) with the person whose matter it is, all at once."""
    adapters.add_many(
        adapters.Entry(
            actor=actor,
            action=action,
            subject="",
            at=at,
            organization_id=organization_id,
            details=details or {},
        ),
        about,
    )
