"""Door of the programme."""

from .queries import (
    Moment,
    Outlook,
    Row,
    Step,
    Verdict,
    body_table,
    target_for,
    target_outlook,
    target_table,
)

__all__ = [
    "Moment",
    "Outlook",
    "Row",
    "Step",
    "Verdict",
    "body_table",
    "target_for",
    "target_outlook",
    "target_table",
]
