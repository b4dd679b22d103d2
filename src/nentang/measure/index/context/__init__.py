"""What the public pages of the index show."""

from .board import board, table_rows
from .choice import Choice, choice_of
from .compare import compared
from .method import method
from .trend import trend
from .unit import unit_sheet

__all__ = [
    "Choice",
    "board",
    "choice_of",
    "compared",
    "method",
    "table_rows",
    "trend",
    "unit_sheet",
]
