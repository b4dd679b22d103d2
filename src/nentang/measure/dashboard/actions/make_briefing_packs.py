"""The worker makes what was ordered."""

from datetime import datetime

from nentang.measure.dashboard.queries import waiting_packs

from .make_briefing_pack import make_briefing_pack

AT_ONCE = 3


def make_briefing_packs(*, at: datetime) -> int:
    """How many were made of those that waited; a few at a time."""
    made = [make_briefing_pack(pack_id=each, at=at) for each in waiting_packs(AT_ONCE)]
    return sum(each is not None for each in made)
