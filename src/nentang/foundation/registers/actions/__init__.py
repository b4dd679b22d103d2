"""What can be done with registers."""

from ._write import Basis
from .end_version import end_version
from .enter_record import enter_record
from .lock_record import lock_record, unlock_record
from .move_record import move_record
from .open_record import open_record
from .say_anew import say_anew
from .write_version import write_version

__all__ = [
    "Basis",
    "end_version",
    "enter_record",
    "lock_record",
    "move_record",
    "open_record",
    "say_anew",
    "unlock_record",
    "write_version",
]
