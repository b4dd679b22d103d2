"""Bases of every register; evidence, duplicates and imports of all of them."""

from .bases import Record, Version, every_row
from .duplicates import LikenessKey, PossibleDuplicate
from .evidence import Evidence, Reexamination, Touched
from .imports import ImportFault, ImportRun

__all__ = [
    "Evidence",
    "ImportFault",
    "ImportRun",
    "LikenessKey",
    "PossibleDuplicate",
    "Record",
    "Reexamination",
    "Touched",
    "Version",
    "every_row",
]
