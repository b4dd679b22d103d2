"""Reads of complaints for pages, actions and the JSON interface."""

from .complaints import (
    ShownState,
    complaint_about,
    complaint_of_key,
    complaint_to_change,
    complaints_about,
    complaints_of,
    find_complaint,
    find_explanation,
    rows_of,
    second_of,
    standing_of,
    state_of,
)
from .evidence import EVIDENCE
from .offers import lawful_offer, offer_of
from .papers import body_above, complaint_rows, decision_matter

__all__ = [
    "EVIDENCE",
    "ShownState",
    "body_above",
    "complaint_about",
    "complaint_of_key",
    "complaint_rows",
    "complaint_to_change",
    "complaints_about",
    "complaints_of",
    "decision_matter",
    "find_complaint",
    "find_explanation",
    "lawful_offer",
    "offer_of",
    "rows_of",
    "second_of",
    "standing_of",
    "state_of",
]
