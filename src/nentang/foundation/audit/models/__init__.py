"""Rows that are only ever added, their seals, how a table is followed in commit order; counters."""

from .counter import Counter
from .following import FollowedQuerySet, Position, TransactionNumberField
from .record import Record
from .seal import DayRoot, Seal

__all__ = [
    "Counter",
    "DayRoot",
    "FollowedQuerySet",
    "Position",
    "Record",
    "Seal",
    "TransactionNumberField",
]
