"""Sign what waits, then hand over what is due."""

from datetime import datetime

from .sign_waiting import sign_waiting
from .transmit_waiting import transmit_waiting


def exchange_waiting(*, at: datetime) -> int:
    """How many messages got a receipt."""
    sign_waiting(at=at)
    return transmit_waiting(at=at)
