"""What forms does every so often."""

from datetime import datetime

from nentang.foundation.outbox.public import every

from .actions import discard_expired_drafts
from .actions.discard_expired_drafts import BATCH


@every(3600, "forms.discard_expired_drafts")
def discard(*, at: datetime) -> None:
    """Delete drafts whose time is over."""
    while discard_expired_drafts(at=at) == BATCH:
        pass
