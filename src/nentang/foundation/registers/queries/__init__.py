"""Reads: records, what is said of them, duplicates, evidence, imports."""

from .records import find_record, held, held_from, search_records, version_on, versions_of

__all__ = ["find_record", "held", "held_from", "search_records", "version_on", "versions_of"]
