"""Do what is due now."""

from datetime import datetime

from .deliver_events import deliver_events
from .run_jobs import run_jobs


def work_once(*, at: datetime, limit: int = 100) -> int:
    """Attempt up to `limit` due deliveries and run the due jobs; how many it was."""
    return deliver_events(at=at, limit=limit) + run_jobs(at=at)
