"""Browsers in which an account is signed in."""

from datetime import datetime

from nentang.foundation.identity.models import Session
from nentang.kernel.frozen import Frozen

OPENED = "identity.opened"
"""What a session remembers of its beginning: instant, way, device."""


class OpenSession(Frozen):
    """One browser; `number` names it and opens nothing."""

    number: str
    opened_at: datetime | None
    how: str
    device: str


def open_sessions(account_id: int, *, at: datetime) -> list[OpenSession]:
    """The account's sessions that still hold, the latest first, at most 50."""
    held = Session.objects.filter(account=account_id, expire_date__gt=at)
    return [_shown(each) for each in held.order_by("-expire_date")[:50]]


def _shown(session: Session) -> OpenSession:
    opened = session.get_decoded().get(OPENED, {})
    since = opened.get("at")
    return OpenSession(
        number=session.session_key,
        opened_at=datetime.fromisoformat(since) if since else None,
        how=str(opened.get("how", "")),
        device=str(opened.get("device", "")),
    )
