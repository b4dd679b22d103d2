"""What pages of tasks show, in the reader's language."""

from .confirming import confirm_context, row_context
from .lists import board_context, decisions_context, list_context, list_table, wanted_of
from .steering import steering_context
from .task import task_context
from .words import lines_of

__all__ = [
    "board_context",
    "confirm_context",
    "decisions_context",
    "lines_of",
    "list_context",
    "list_table",
    "row_context",
    "steering_context",
    "task_context",
    "wanted_of",
]
