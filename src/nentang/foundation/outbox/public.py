"""Door of the outbox."""

from .actions import (
    deliver_events,
    publish,
    replay_delivery,
    run_until_quiet,
    run_worker,
    work_once,
)
from .errors import DeliveryNotDead
from .registry import every, listen
from .rules import personal_names

__all__ = [
    "DeliveryNotDead",
    "deliver_events",
    "every",
    "listen",
    "personal_names",
    "publish",
    "replay_delivery",
    "run_until_quiet",
    "run_worker",
    "work_once",
]
