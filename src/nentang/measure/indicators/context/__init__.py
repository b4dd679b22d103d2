"""What the pages show: the choice in their address, the board, its heading."""

from .board import board, heading
from .choice import Choice, choice_of

__all__ = ["Choice", "board", "choice_of", "heading"]
