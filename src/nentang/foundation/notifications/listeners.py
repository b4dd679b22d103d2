"""The worker's part."""

from datetime import datetime

from nentang.foundation.outbox.public import every

from .actions import deliver_messages


@every(5, "notifications.deliver")
def deliver(*, at: datetime) -> None:
    """Hand over what is due."""
    deliver_messages(at=at)
