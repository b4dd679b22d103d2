"""How rows reach the database by hand: one record, or many rows of any table at once."""

from .bulk import add_rows, as_stored, reserve_ids
from .entries import Entry, add
from .reads import RowByCode

__all__ = ["Entry", "RowByCode", "add", "add_rows", "as_stored", "reserve_ids"]
