"""Door of services."""

from nentang.foundation.audit.public import Position

from .actions import (
    DossierAnswers,
    TakenIn,
    read_answers,
    record_findings,
    submit_dossier,
    take_in_file,
    try_file,
)
from .adapters.old_files import write_report
from .enums import Channel, Outcome
from .errors import DossierNotFound
from .events import DossierGranted, FindingsRecorded
from .indicators import DOSSIER_SUBMITTED
from .models import Dossier
from .permissions import (
    acts_for_applicant,
    can_find_out,
    can_see,
    check_acts_for_applicant,
    check_can_apply_for,
    works_at,
)
from .queries import (
    DossierInfo,
    NationalState,
    ShownState,
    adopt_restored,
    bundle_of,
    dossier_info,
    dossiers,
    national_states_after,
    officers_of,
    open_payment_of,
    procedure_of,
    state_of,
    state_words,
)
from .registry import (
    DossierPage,
    DossierPart,
    Entry,
    Evidence,
    EvidenceRow,
    Grouping,
    Offer,
    Span,
    add_dossier_part,
    add_evidence,
    add_offers,
    group_dossiers,
)
from .rules.assessment import Tally

__all__ = [
    "DOSSIER_SUBMITTED",
    "Channel",
    "Dossier",
    "DossierAnswers",
    "DossierGranted",
    "DossierInfo",
    "DossierNotFound",
    "DossierPage",
    "DossierPart",
    "Entry",
    "Evidence",
    "EvidenceRow",
    "FindingsRecorded",
    "Grouping",
    "NationalState",
    "Offer",
    "Outcome",
    "Position",
    "ShownState",
    "Span",
    "TakenIn",
    "Tally",
    "acts_for_applicant",
    "add_dossier_part",
    "add_evidence",
    "add_offers",
    "adopt_restored",
    "bundle_of",
    "can_find_out",
    "can_see",
    "check_acts_for_applicant",
    "check_can_apply_for",
    "dossier_info",
    "dossiers",
    "group_dossiers",
    "national_states_after",
    "officers_of",
    "open_payment_of",
    "procedure_of",
    "read_answers",
    "record_findings",
    "state_of",
    "state_words",
    "submit_dossier",
    "take_in_file",
    "try_file",
    "works_at",
    "write_report",
]
