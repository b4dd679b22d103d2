"""What can be done with events: publish, deliver, replay."""

from .deliver_events import deliver_events
from .publish import publish
from .replay_delivery import replay_delivery
from .run_until_quiet import run_until_quiet
from .run_worker import run_worker
from .work_once import work_once

__all__ = [
    "deliver_events",
    "publish",
    "replay_delivery",
    "run_until_quiet",
    "run_worker",
    "work_once",
]
