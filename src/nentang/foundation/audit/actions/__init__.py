"""What can be done: record acts and looks, seal what was recorded."""

from .record import record
from .record_look import record_look
from .record_of_many import record_of_many
from .seal import seal

__all__ = ["record", "record_look", "record_of_many", "seal"]
