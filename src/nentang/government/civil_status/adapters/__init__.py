"""Numbers of books."""

from .numbers import note_number, take_number

__all__ = ["note_number", "take_number"]
