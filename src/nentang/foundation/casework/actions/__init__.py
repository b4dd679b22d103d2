"""What can be done with a case, one file each."""

from .advance import advance, keep
from .assign_case import assign_case
from .forward_case import forward_case
from .move_case import move_case
from .open_case import open_case
from .reappoint_case import reappoint_case
from .remark_on_case import remark_on_case
from .set_term import set_term
from .start_clock import start_clock
from .take_case import take_case
from .take_in_cases import PastCase, PastStep, take_in_cases
from .tell_officers import tell_officers
from .warn_of_due_cases import warn_of_due_cases

__all__ = [
    "PastCase",
    "PastStep",
    "advance",
    "assign_case",
    "forward_case",
    "keep",
    "move_case",
    "open_case",
    "reappoint_case",
    "remark_on_case",
    "set_term",
    "start_clock",
    "take_case",
    "take_in_cases",
    "tell_officers",
    "warn_of_due_cases",
]
