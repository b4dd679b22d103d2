"""The step that every later action takes: move the case and keep the complaint's own columns."""

from datetime import datetime
from typing import Any

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import move_case
from nentang.government.complaints.models import Complaint


def advance(
    complaint: Complaint,
    step: str,
    *,
    actor: Actor,
    at: datetime,
    note: str = "",
    public_note: str = "",
    **columns: Any,
) -> None:
    """Move the case of the complaint along its table and set the columns; inside a transaction."""
    move_case(
        case=complaint.case, step=step, actor=actor, at=at, note=note, public_note=public_note
    )
    for name, value in columns.items():
        setattr(complaint, name, value)
    if columns:
        complaint.save(update_fields=list(columns))


def drop_explanations(complaint: Complaint, *, actor: Actor, at: datetime) -> None:
    """What was asked in a complaint that is closed waits for nobody."""
    for waiting in complaint.explanations.filter(answered_at=None).select_related("case"):
        if waiting.case.closed_at is None:
            move_case(case=waiting.case, step="drop", actor=actor, at=at)
