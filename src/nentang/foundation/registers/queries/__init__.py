"""Reads: records, what is said of them, duplicates, evidence, imports."""

from .about import KeptRecord, Taking, records_about, takings_about
from .evidence import (
    Use,
    evidence_for,
    evidence_of_record,
    proof_of,
    reexamination_of_case,
    shown_evidence,
    uses_touched,
)
from .pairs import faults_of, open_pairs, pair, run, runs_of
from .records import (
    find_record,
    held,
    held_from,
    latest,
    search_records,
    version_on,
    versions_of,
)
from .shared import MATCHES, RECORDS, SharedField, shared_fields, shared_value
from .shared_openapi import openapi_of

__all__ = [
    "MATCHES",
    "RECORDS",
    "KeptRecord",
    "SharedField",
    "Taking",
    "Use",
    "evidence_for",
    "evidence_of_record",
    "faults_of",
    "find_record",
    "held",
    "held_from",
    "latest",
    "open_pairs",
    "openapi_of",
    "pair",
    "proof_of",
    "records_about",
    "reexamination_of_case",
    "run",
    "runs_of",
    "search_records",
    "shared_fields",
    "shared_value",
    "shown_evidence",
    "takings_about",
    "uses_touched",
    "version_on",
    "versions_of",
]
