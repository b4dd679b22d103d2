"""What the JSON interface says about exports and requests."""

from datetime import datetime
from typing import Self
from uuid import UUID

from ninja import Schema

from .models import Export, SubjectRequest


class ExportOut(Schema):
    """An export of what is held about the person."""

    id: UUID
    state: str
    asked_at: datetime
    ready_at: datetime | None
    expires_at: datetime | None
    size: int

    @classmethod
    def of(cls, export: Export) -> Self:
        """The export as it stands."""
        return cls(
            id=export.public_id,
            state=export.state,
            asked_at=export.asked_at,
            ready_at=export.ready_at,
            expires_at=export.expires_at,
            size=export.size,
        )


class RequestOut(Schema):
    """A request about personal data."""

    code: str
    kind: str
    organization: str
    about: str
    outcome: str
    answer: str
    rule: str
    asked_at: datetime
    due_at: datetime | None
    answered_at: datetime | None

    @classmethod
    def of(cls, request: SubjectRequest) -> Self:
        """The request as it stands."""
        return cls(
            code=request.case.code,
            kind=request.kind,
            organization=request.case.organization.name,
            about=request.about,
            outcome=request.outcome,
            answer=request.answer,
            rule=request.rule,
            asked_at=request.asked_at,
            due_at=request.case.due_at,
            answered_at=request.answered_at,
        )


class OwnData(Schema):
    """The person's exports and requests, latest first."""

    exports: list[ExportOut]
    requests: list[RequestOut]
