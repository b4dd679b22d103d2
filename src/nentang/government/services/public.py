"""Door of services."""

from nentang.foundation.audit.public import Position

from .actions import TakenIn, take_in_file, try_file
from .adapters.old_files import write_report
from .queries import NationalState, adopt_restored, national_states_after, state_words

__all__ = [
    "NationalState",
    "Position",
    "TakenIn",
    "adopt_restored",
    "national_states_after",
    "state_words",
    "take_in_file",
    "try_file",
    "write_report",
]
