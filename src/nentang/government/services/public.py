"""Door of services."""

from nentang.foundation.audit.public import Position

from .actions import TakenIn, take_in_file, try_file
from .adapters.old_files import write_report
from .enums import Outcome
from .errors import DossierNotFound
from .indicators import DOSSIER_SUBMITTED
from .permissions import acts_for_applicant, check_acts_for_applicant
from .queries import (
    DossierInfo,
    NationalState,
    adopt_restored,
    dossier_info,
    national_states_after,
    officers_of,
    state_words,
)
from .registry import DossierPage, DossierPart, add_dossier_part

__all__ = [
    "DOSSIER_SUBMITTED",
    "DossierInfo",
    "DossierNotFound",
    "DossierPage",
    "DossierPart",
    "NationalState",
    "Outcome",
    "Position",
    "TakenIn",
    "acts_for_applicant",
    "add_dossier_part",
    "adopt_restored",
    "check_acts_for_applicant",
    "dossier_info",
    "national_states_after",
    "officers_of",
    "state_words",
    "take_in_file",
    "try_file",
    "write_report",
]
