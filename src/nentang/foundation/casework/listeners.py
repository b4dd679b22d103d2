"""Casework watches the due times by itself."""

from datetime import datetime

from nentang.foundation.outbox.public import every

from .actions import warn_of_due_cases


@every(300, "casework.warn_of_due_cases")
def warn(*, at: datetime) -> None:
    """Tell of cases that are nearly due or overdue."""
    warn_of_due_cases(at=at)
