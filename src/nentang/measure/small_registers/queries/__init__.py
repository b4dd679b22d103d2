"""Reads of registers and their entries."""

from .entries import (
    Link,
    entries_of,
    entries_of_bodies,
    entry_links,
    entry_to_change,
    entry_with_code,
    files_of,
    find_entry,
    published_entries,
    sent_in_by,
    stale_entries,
    uncounted_entries,
    version_of,
    versions_of,
    waiting_of,
)
from .registers import counts_by_register, register_at, register_named, registers, selectable_units

__all__ = [
    "Link",
    "counts_by_register",
    "entries_of",
    "entries_of_bodies",
    "entry_links",
    "entry_to_change",
    "entry_with_code",
    "files_of",
    "find_entry",
    "published_entries",
    "register_at",
    "register_named",
    "registers",
    "selectable_units",
    "sent_in_by",
    "stale_entries",
    "uncounted_entries",
    "version_of",
    "versions_of",
    "waiting_of",
]
