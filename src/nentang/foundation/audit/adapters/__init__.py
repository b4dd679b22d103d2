"""How rows reach the database by hand: one record, or many rows of any table at once."""

from .bulk import add_rows, as_stored, change_rows, reserve_ids
from .entries import Entry, add, add_many
from .reads import RowBy

__all__ = [
    "Entry",
    "RowBy",
    "add",
    "add_many",
    "add_rows",
    "as_stored",
    "change_rows",
    "reserve_ids",
]
