"""Door of the audit."""

from .actions import record, record_look, record_of_many, seal
from .adapters import RowBy, add_rows, as_stored, change_rows, reserve_ids
from .errors import LookWithoutReason
from .models import FollowedQuerySet, Numbering, OneOf, Position, TransactionNumberField
from .queries import (
    Fault,
    Look,
    Verdict,
    looks_at_person,
    looks_at_subject,
    people_looked_at,
    verify,
)
from .registry import name_organizations_with, name_roles_with

__all__ = [
    "Fault",
    "FollowedQuerySet",
    "Look",
    "LookWithoutReason",
    "Numbering",
    "OneOf",
    "Position",
    "RowBy",
    "TransactionNumberField",
    "Verdict",
    "add_rows",
    "as_stored",
    "change_rows",
    "looks_at_person",
    "looks_at_subject",
    "name_organizations_with",
    "name_roles_with",
    "people_looked_at",
    "record",
    "record_look",
    "record_of_many",
    "reserve_ids",
    "seal",
    "verify",
]
