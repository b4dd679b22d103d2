"""Rows that are only ever added, their seals, how a table is followed in commit order; numbering; conditions in SQL."""

from .among import Among
from .following import FollowedQuerySet, Position, TransactionNumberField
from .numbering import Numbering
from .one_of import OneOf
from .record import Record
from .seal import DayRoot, Seal

__all__ = [
    "Among",
    "DayRoot",
    "FollowedQuerySet",
    "Numbering",
    "OneOf",
    "Position",
    "Record",
    "Seal",
    "TransactionNumberField",
]
