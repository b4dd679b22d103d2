"""Decide about a version that waits: of two who do so at once, one does."""

from datetime import datetime

from nentang.measure.open_data.enums import ReleaseState
from nentang.measure.open_data.errors import ReleaseNotOpen
from nentang.measure.open_data.models import Release


def decide(
    release: Release, state: ReleaseState, *, account: int, at: datetime, reason: str = ""
) -> None:
    """The version in that state, by that account; ReleaseNotOpen. Inside a transaction."""
    waiting = Release.objects.filter(pk=release.pk, state=ReleaseState.PROPOSED)
    if not waiting.update(state=state, decided_by=account, decided_at=at, reason=reason):
        raise ReleaseNotOpen
    release.state, release.decided_by_id = state, account
    release.decided_at, release.reason = at, reason
