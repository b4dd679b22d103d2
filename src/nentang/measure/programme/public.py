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
from .rules.standing import Word
from .rules.targets import Known

__all__ = [
    "Known",
    "Moment",
    "Outlook",
    "Row",
    "Step",
    "Verdict",
    "Word",
    "body_table",
    "target_for",
    "target_outlook",
    "target_table",
]
