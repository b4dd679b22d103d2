"""What can be done with persons and households."""

from .change_head import change_head
from .end_residence import end_residence
from .enter_citizen import CitizenFacts, enter_citizen
from .follow_dossier import follow_dossier
from .found_household import found_household
from .issue_number import issue_number
from .note_absence import note_absence
from .note_death import note_death
from .register_residence import Home, register_residence
from .register_stay import register_stay
from .take_in_rows import take_in_rows
from .write_identity import write_identity

__all__ = [
    "CitizenFacts",
    "Home",
    "change_head",
    "end_residence",
    "enter_citizen",
    "follow_dossier",
    "found_household",
    "issue_number",
    "note_absence",
    "note_death",
    "register_residence",
    "register_stay",
    "take_in_rows",
    "write_identity",
]
