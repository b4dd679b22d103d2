"""Door of the catalogue."""

from .actions import keep_bundle
from .adapters.law_files import bundle_in_files
from .errors import ProcedureNotFound
from .queries import Publication, bundle_of_digest, bundle_on, bundles_on, publications, search
from .registry import Trial, register_trial
from .rules.bundle import FOUND, Bundle, parse_bundle
from .rules.fees import FeeLine, FeeSchedule
from .rules.procedure import Bilingual, Deadline, Procedure, Stop
from .rules.results import result_kinds, result_title

__all__ = [
    "FOUND",
    "Bilingual",
    "Bundle",
    "Deadline",
    "FeeLine",
    "FeeSchedule",
    "Procedure",
    "ProcedureNotFound",
    "Publication",
    "Stop",
    "Trial",
    "bundle_in_files",
    "bundle_of_digest",
    "bundle_on",
    "bundles_on",
    "keep_bundle",
    "parse_bundle",
    "publications",
    "register_trial",
    "result_kinds",
    "result_title",
    "search",
]
