"""What pages of reporting show, in the reader's language."""

from .asked import Asked, asked_of
from .board import board_context
from .burden import burden_context
from .filling import filling_context
from .sums import areas_of, sum_context, sum_table
from .words import level_words, period_words, state_words

__all__ = [
    "Asked",
    "areas_of",
    "asked_of",
    "board_context",
    "burden_context",
    "filling_context",
    "level_words",
    "period_words",
    "state_words",
    "sum_context",
    "sum_table",
]
