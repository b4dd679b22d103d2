"""Reads of businesses."""

from .businesses import (
    branch_standing,
    business,
    is_entered_from,
    is_name_taken,
    lock_business,
    registration_on,
    standing_on,
)

__all__ = [
    "branch_standing",
    "business",
    "is_entered_from",
    "is_name_taken",
    "lock_business",
    "registration_on",
    "standing_on",
]
