"""Packs that were ordered are made within seconds."""

from datetime import datetime

from nentang.foundation.outbox.public import every

from .actions import make_briefing_packs

SECONDS = 5


@every(SECONDS, "dashboard.make_packs")
def make_packs(*, at: datetime) -> None:
    """Make a few of those that wait."""
    make_briefing_packs(at=at)
