"""Periodic work of the outbox, and of the audit beneath it."""

from datetime import datetime

from nentang.foundation.audit.public import seal

from .actions.prune_events import prune_events
from .registry import every


@every(60, "audit.seal")
def seal_records(*, at: datetime) -> None:
    """Chain what was recorded since."""
    while seal(at=at):
        pass


@every(3600, "outbox.prune")
def prune(*, at: datetime) -> None:
    """Let go of old events."""
    prune_events(at=at)
