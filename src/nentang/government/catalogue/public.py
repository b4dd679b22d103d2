"""Door of the catalogue."""

from .adapters.law_files import form, result_paper
from .rules.catalogue import catalogue, search
from .rules.fees import FeeLine, FeeSchedule, copies_in, fee_for
from .rules.procedure import Bilingual, Deadline, Procedure, Stop
from .rules.results import result_kinds, result_title

__all__ = [
    "Bilingual",
    "Deadline",
    "FeeLine",
    "FeeSchedule",
    "Procedure",
    "Stop",
    "catalogue",
    "copies_in",
    "fee_for",
    "form",
    "result_kinds",
    "result_paper",
    "result_title",
    "search",
]
