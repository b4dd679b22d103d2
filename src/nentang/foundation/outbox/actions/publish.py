"""Publish an event."""

from datetime import datetime

from nentang.foundation.outbox import adapters
from nentang.foundation.outbox.registry import takers


def publish(event: object, /, *, at: datetime, key: str = "") -> None:
    """Write the event and a delivery for each listener that wants it, in the caller's transaction.

    `event` is a record of JSON-able values with a class attribute `name`. Deliveries of
    one listener with one non-empty `key` keep the order in which they were published.
    """
    adapters.add(event, key, at, takers(event))
