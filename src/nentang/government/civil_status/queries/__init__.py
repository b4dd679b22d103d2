"""Reads: what stands in the books, what the law says of an entry to come, paper books, dossiers."""

from .dossiers import dossier_entry, given_number, waiting_dossiers
from .entries import (
    birth_of,
    body_for,
    entry_at,
    entry_of,
    facts_by_entry,
    facts_of,
    marriages_of,
    notes_of,
    numbers_in,
    people_of,
    said_lines,
    standing_of,
)
from .family import parents_of
from .figures import births_by_month, marriages_by_age
from .look import look_before, words_of
from .papers import (
    BookProgress,
    line_of,
    lines_to_settle,
    next_line,
    next_to_check,
    paper_book,
    paper_books,
    progress_of,
)
from .this_year import books_this_year

__all__ = [
    "BookProgress",
    "birth_of",
    "births_by_month",
    "body_for",
    "books_this_year",
    "dossier_entry",
    "entry_at",
    "entry_of",
    "facts_by_entry",
    "facts_of",
    "given_number",
    "line_of",
    "lines_to_settle",
    "look_before",
    "marriages_by_age",
    "marriages_of",
    "next_line",
    "next_to_check",
    "notes_of",
    "numbers_in",
    "paper_book",
    "paper_books",
    "parents_of",
    "people_of",
    "progress_of",
    "said_lines",
    "standing_of",
    "waiting_dossiers",
    "words_of",
]
