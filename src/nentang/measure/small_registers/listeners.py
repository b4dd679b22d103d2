"""What the registers do by themselves: senders hear of answers, keepers of what is stale, entries are counted."""

from datetime import datetime

from nentang.agreements.actor import SYSTEM
from nentang.foundation.outbox.public import every, listen

from .actions import count_entries, tell_sender, warn_of_stale_entries
from .events import SubmissionAnswered

HOUR = 3600


@every(HOUR, "small_registers.warn_of_stale")
def warn_of_stale(*, at: datetime) -> None:
    """Keepers of entries that nobody confirmed are told once."""
    warn_of_stale_entries(actor=SYSTEM, at=at)


@every(24 * HOUR, "small_registers.count")
def count(*, at: datetime) -> None:
    """What stands in the registers, once a month."""
    count_entries(actor=SYSTEM, at=at)


@listen(SubmissionAnswered, "small_registers.tell_sender")
def tell_of_answer(event: SubmissionAnswered, *, at: datetime) -> None:
    """Whoever sent it in has it in writing."""
    tell_sender(code=event.code, at=at)
