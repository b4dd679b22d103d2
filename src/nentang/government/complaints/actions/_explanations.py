"""Explanations that nobody waits for any more."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import move_case
from nentang.government.complaints.models import Complaint


def drop_explanations(complaint: Complaint, *, actor: Actor, at: datetime) -> None:
    """What was asked in a complaint that is closed waits for nobody."""
    for waiting in complaint.explanations.filter(answered_at=None).select_related("case"):
        if waiting.case.closed_at is None:
            move_case(case=waiting.case, step="drop", actor=actor, at=at)
