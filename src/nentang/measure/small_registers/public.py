"""Door of the registers."""

from .queries import Link, entries_of, entry_links

__all__ = ["Link", "entries_of", "entry_links"]
