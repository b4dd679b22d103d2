"""What each book asks, and how its values are written."""

from .books import (
    BOOKS,
    BY_HAND,
    CHOICES,
    DECISION,
    ENDED,
    EXTRACT,
    PAPER_KINDS,
    REGISTERED,
    Book,
    BookField,
    book_of_entry,
    book_of_facts,
)
from .ways import LONGEST, Way

__all__ = [
    "BOOKS",
    "BY_HAND",
    "CHOICES",
    "DECISION",
    "ENDED",
    "EXTRACT",
    "LONGEST",
    "PAPER_KINDS",
    "REGISTERED",
    "Book",
    "BookField",
    "Way",
    "book_of_entry",
    "book_of_facts",
]
