"""What an officer reads registers for, kept with their session for half an hour."""

from datetime import datetime, timedelta
from typing import Any

from nentang.kernel.frozen import Frozen

KEY = "registers.purpose"
LASTS = timedelta(minutes=30)


class Purpose(Frozen):
    """Why somebody reads, in words, and until when that counts."""

    text: str
    until: datetime


def say_purpose(session: Any, text: str, *, at: datetime) -> None:
    """Remember it for half an hour."""
    session[KEY] = [text, (at + LASTS).isoformat()]


def purpose_said(session: Any, *, at: datetime) -> str:
    """What was said, while it counts; empty otherwise."""
    text, until = session.get(KEY, ["", ""])
    return str(text) if until and at < datetime.fromisoformat(until) else ""
