"""What can be done with the books."""

from ._read import facts_from, read_value
from .change_entry import change_entry
from .check_dossier import check_dossier
from .end_guardianship import end_guardianship
from .end_marriage import end_marriage
from .enter_by_hand import Past, enter_by_hand
from .enter_entry import enter_entry
from .enter_from_dossier import enter_from_dossier
from .give_child_number import give_child_number
from .issue_extract import issue_extract
from .mark_unreadable import mark_unreadable
from .open_paper_book import open_paper_book
from .settle_line import settle_line
from .take_in_rows import take_in_rows
from .type_line import type_line

__all__ = [
    "Past",
    "change_entry",
    "check_dossier",
    "end_guardianship",
    "end_marriage",
    "enter_by_hand",
    "enter_entry",
    "enter_from_dossier",
    "facts_from",
    "give_child_number",
    "issue_extract",
    "mark_unreadable",
    "open_paper_book",
    "read_value",
    "settle_line",
    "take_in_rows",
    "type_line",
]
