"""What can be done with messages and preferences."""

from .choose_preferences import choose_preferences
from .deliver_messages import deliver_messages
from .note_receipt import note_receipt
from .notify import notify
from .read_messages import read_messages
from .subscribe_push import subscribe_push
from .unsubscribe_push import unsubscribe_push

__all__ = [
    "choose_preferences",
    "deliver_messages",
    "note_receipt",
    "notify",
    "read_messages",
    "subscribe_push",
    "unsubscribe_push",
]
