"""Rows that are only ever added, their seals, and how a table is followed in commit order."""

from .following import FollowedQuerySet, Position, TransactionNumberField
from .record import Record
from .seal import DayRoot, Seal

__all__ = [
    "DayRoot",
    "FollowedQuerySet",
    "Position",
    "Record",
    "Seal",
    "TransactionNumberField",
]
