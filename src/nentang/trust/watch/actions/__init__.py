"""What the watch does."""

from .decide_alarm import decide_alarm
from .forget_refusals import forget_refusals
from .note_refusal import note_refusal
from .open_alarm import open_alarm
from .raise_alarm import raise_alarm
from .tell_of_change import tell_of_change
from .watch_over import watch_over

__all__ = [
    "decide_alarm",
    "forget_refusals",
    "note_refusal",
    "open_alarm",
    "raise_alarm",
    "tell_of_change",
    "watch_over",
]
