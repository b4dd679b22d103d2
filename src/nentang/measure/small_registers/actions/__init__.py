"""What can be done with entries of registers, one file each."""

from .attach_evidence import attach_evidence
from .change_entry import change_entry
from .confirm_entry import confirm_entry
from .count_entries import count_entries
from .enter_entry import enter_entry
from .submit_entry import submit_entry
from .take_step import take_step
from .tell_sender import tell_sender
from .warn_of_stale_entries import warn_of_stale_entries

__all__ = [
    "attach_evidence",
    "change_entry",
    "confirm_entry",
    "count_entries",
    "enter_entry",
    "submit_entry",
    "take_step",
    "tell_sender",
    "warn_of_stale_entries",
]
