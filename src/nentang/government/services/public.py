"""Door of services."""

from nentang.foundation.audit.public import Position

from .actions import TakenIn, submit_dossier, take_in_file, try_file
from .adapters.old_files import write_report
from .enums import Channel, Outcome
from .events import FindingsRecorded
from .models import Dossier
from .permissions import can_see, check_can_apply_for, works_at
from .queries import (
    NationalState,
    ShownState,
    adopt_restored,
    bundle_of,
    dossiers,
    national_states_after,
    open_payment_of,
    procedure_of,
    state_of,
    state_words,
)
from .registry import (
    Entry,
    Grouping,
    Offer,
    Panel,
    add_offers,
    applicant_panels,
    desk_panels,
    groupings,
)

__all__ = [
    "Channel",
    "Dossier",
    "Entry",
    "FindingsRecorded",
    "Grouping",
    "NationalState",
    "Offer",
    "Outcome",
    "Panel",
    "Position",
    "ShownState",
    "TakenIn",
    "add_offers",
    "adopt_restored",
    "applicant_panels",
    "bundle_of",
    "can_see",
    "check_can_apply_for",
    "desk_panels",
    "dossiers",
    "groupings",
    "national_states_after",
    "open_payment_of",
    "procedure_of",
    "state_of",
    "state_words",
    "submit_dossier",
    "take_in_file",
    "try_file",
    "works_at",
    "write_report",
]
