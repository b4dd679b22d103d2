"""What the pages of the programme show, in words."""

from .desk import desk_fields, typed_of
from .target import target_context, version_context
from .words import SPEEDS, WORDS, YEARS, line, name_of, spoken

__all__ = [
    "SPEEDS",
    "WORDS",
    "YEARS",
    "desk_fields",
    "line",
    "name_of",
    "spoken",
    "target_context",
    "typed_of",
    "version_context",
]
