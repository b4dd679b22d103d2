"""Reads of dossiers for pages, papers and other apps."""

from .assessment import Assessment, assess, dossiers_behind
from .consultations import consultations_of, find_consultation
from .dossiers import (
    ShownState,
    bundle_of,
    changes_at,
    dossier_of_key,
    dossier_to_change,
    dossiers,
    dossiers_of_person,
    find_dossier,
    matter_of,
    open_payment_of,
    procedure_of,
    state_of,
    tracked_dossier,
)
from .register import MOST_PRINTED, Entry, month_of, register_entries
from .route import StopHere, possible_receivers, route_of
from .slips import handovers_of, slips_of
from .states import NationalState, adopt_restored, national_states_after, state_words
from .trial import try_on_dossiers

__all__ = [
    "MOST_PRINTED",
    "Assessment",
    "Entry",
    "NationalState",
    "ShownState",
    "StopHere",
    "adopt_restored",
    "assess",
    "bundle_of",
    "changes_at",
    "consultations_of",
    "dossier_of_key",
    "dossier_to_change",
    "dossiers",
    "dossiers_behind",
    "dossiers_of_person",
    "find_consultation",
    "find_dossier",
    "handovers_of",
    "matter_of",
    "month_of",
    "national_states_after",
    "open_payment_of",
    "possible_receivers",
    "procedure_of",
    "register_entries",
    "route_of",
    "slips_of",
    "state_of",
    "state_words",
    "tracked_dossier",
    "try_on_dossiers",
]
