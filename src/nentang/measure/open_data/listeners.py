"""What open data does by itself: owners hear of what is late, people of their answers."""

from datetime import datetime

from nentang.agreements.actor import SYSTEM
from nentang.foundation.outbox.public import every, listen

from .actions import tell_requester, warn_of_stale_datasets
from .events import DataRequestAnswered

HOUR = 3600


@every(HOUR, "open_data.warn_of_stale")
def warn_of_stale(*, at: datetime) -> None:
    """Owners of datasets that are late are told once."""
    warn_of_stale_datasets(actor=SYSTEM, at=at)


@listen(DataRequestAnswered, "open_data.tell_requester")
def tell_of_answer(event: DataRequestAnswered, *, at: datetime) -> None:
    """Whoever asked has it in writing."""
    tell_requester(code=event.code, at=at)
