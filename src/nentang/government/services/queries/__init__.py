"""Reads of dossiers for pages, papers and other apps."""

from .assessment import Assessment, PartScore, assess, assess_groups, evidence_behind
from .bodies import bodies_to_choose
from .consultations import consultations_of, find_consultation
from .delivery import DeliveryPlan, counters_found, delivery_of
from .dossiers import (
    ShownState,
    Standing,
    bundle_of,
    changes_at,
    dossier_of_draft,
    dossier_of_key,
    dossier_to_change,
    dossiers,
    dossiers_of,
    entries_of,
    find_dossier,
    matter_of,
    open_payment_of,
    procedure_of,
    standing_of,
    state_of,
    taken_in_at,
    tracked_dossier,
)
from .info import DossierInfo, dossier_info, info_of, officers_of
from .old_dossiers import Past, dossiers_known
from .papers import known_papers
from .redress import redress_of
from .register import MOST_PRINTED, Entry, month_of, register_entries
from .route import StopHere, possible_receivers, route_of
from .slips import handovers_of, slips_of
from .states import NationalState, adopt_restored, national_states_after, state_words
from .trial import try_on_dossiers
from .waiting import ForLeader, unreceived, waiting, waiting_for_leader

__all__ = [
    "MOST_PRINTED",
    "Assessment",
    "DeliveryPlan",
    "DossierInfo",
    "Entry",
    "ForLeader",
    "NationalState",
    "PartScore",
    "Past",
    "ShownState",
    "Standing",
    "StopHere",
    "adopt_restored",
    "assess",
    "assess_groups",
    "bodies_to_choose",
    "bundle_of",
    "changes_at",
    "consultations_of",
    "counters_found",
    "delivery_of",
    "dossier_info",
    "dossier_of_draft",
    "dossier_of_key",
    "dossier_to_change",
    "dossiers",
    "dossiers_known",
    "dossiers_of",
    "entries_of",
    "evidence_behind",
    "find_consultation",
    "find_dossier",
    "handovers_of",
    "info_of",
    "known_papers",
    "matter_of",
    "month_of",
    "national_states_after",
    "officers_of",
    "open_payment_of",
    "possible_receivers",
    "procedure_of",
    "redress_of",
    "register_entries",
    "route_of",
    "slips_of",
    "standing_of",
    "state_of",
    "state_words",
    "taken_in_at",
    "tracked_dossier",
    "try_on_dossiers",
    "unreceived",
    "waiting",
    "waiting_for_leader",
]
