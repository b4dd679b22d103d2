"""What is done every so often."""

from datetime import datetime

from nentang.foundation.outbox.public import every

from .actions import exchange_waiting, fetch_directories, prove_days


@every(3, "document_exchange.exchange_waiting")
def exchange(*, at: datetime) -> None:
    """Documents are with their receivers within seconds."""
    exchange_waiting(at=at)


@every(3600, "document_exchange.prove_days")
def prove(*, at: datetime) -> None:
    """What one side has and the other has not is found within the hour."""
    prove_days(at=at)


@every(3600, "document_exchange.fetch_directories")
def fetch(*, at: datetime) -> None:
    """New bodies over there can be sent to."""
    fetch_directories(at=at)
