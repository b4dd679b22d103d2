"""What the watch does every so often."""

from datetime import datetime

from nentang.foundation.outbox.public import every

from .actions import forget_refusals, watch_over


@every(300, "watch.watch_over")
def watch(*, at: datetime) -> None:
    """Look for signs."""
    watch_over(at=at)


@every(3600, "watch.forget_refusals")
def forget(*, at: datetime) -> None:
    """Drop refusals whose days are over."""
    forget_refusals(at=at)
