"""What is done every so often."""

from datetime import datetime

from nentang.foundation.outbox.public import every

from .actions import close_past_days


@every(3600, "queue.close_past_days")
def end_of_day(*, at: datetime) -> None:
    """Soon after midnight the day before is over."""
    close_past_days(at=at)
