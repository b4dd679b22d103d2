"""What the JSON interface says of complaints to whoever complained."""

from datetime import datetime
from typing import Self

from django.utils.translation import get_language
from ninja import Schema

from nentang.foundation.casework.public import TimelineEntry, kind_named, timeline

from .models import Complaint
from .registry import COMPLAINT


class BodyOut(Schema):
    """A body of the state."""

    id: int
    name: str


class ComplaintOut(Schema):
    """Where a complaint stands. `holder` has to answer until `due_at`; null once it is closed."""

    code: str
    dossier: str
    instance: int
    about: str
    state: str
    state_title: str
    outcome: str
    verdict: str
    remedy: str
    against: BodyOut
    holder: BodyOut
    filed_at: datetime
    accepted_at: datetime | None
    due_at: datetime | None
    decided_at: datetime | None

    @classmethod
    def of(cls, complaint: Complaint, /, **more: object) -> Self:
        """The complaint, its state in the reader's language."""
        case = complaint.case
        known = {name: getattr(complaint, name, None) for name in cls.model_fields}
        standing = {
            "dossier": complaint.dossier.code,
            "state": case.state,
            "state_title": kind_named(COMPLAINT).states[case.state].title(get_language() or "vi"),
            "holder": case.holder,
            "due_at": None if case.closed_at else case.due_at,
        }
        return cls.model_validate(known | standing | more)


class ComplaintPage(Schema):
    """Complaints, newest first, and the `before` of the next page."""

    items: list[ComplaintOut]
    next: int | None


class ComplaintStepOut(Schema):
    """What happened to a complaint, as whoever complained may read it."""

    at: datetime
    step: str
    state: str
    organization: str
    note: str

    @classmethod
    def of(cls, entry: TimelineEntry) -> Self:
        """The public part of a timeline entry."""
        return cls(
            at=entry.at,
            step=entry.step,
            state=entry.state,
            organization=entry.organization.name,
            note=entry.public_note,
        )


class ComplaintDetail(ComplaintOut):
    """A complaint with what was said, its line in time and the code that checks the decision."""

    statement: str
    demand: str
    reasons: str
    timeline: list[ComplaintStepOut]
    decision_code: str | None

    @classmethod
    def with_history(cls, complaint: Complaint) -> Self:
        """The complaint with all that whoever complained may read."""
        return cls.of(
            complaint,
            timeline=[ComplaintStepOut.of(entry) for entry in timeline(complaint.case)],
            decision_code=complaint.decision.code if complaint.decision else None,
        )
