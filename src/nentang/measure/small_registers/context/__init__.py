"""What the pages of the registers show, in words."""

from .forms import fault_words, typed_fields, typed_of
from .words import (
    Line,
    ShownState,
    ShownStep,
    entry_lines,
    entry_title,
    file_rows,
    level_words,
    spoken,
    state_words,
    steps_for,
    value_words,
)

__all__ = [
    "Line",
    "ShownState",
    "ShownStep",
    "entry_lines",
    "entry_title",
    "fault_words",
    "file_rows",
    "level_words",
    "spoken",
    "state_words",
    "steps_for",
    "typed_fields",
    "typed_of",
    "value_words",
]
