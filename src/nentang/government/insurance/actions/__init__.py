"""What can be done with the insured."""

from .enter_insured import enter_insured
from .follow_dossier import follow_dossier
from .issue_card import Card, issue_card
from .note_period import note_period
from .take_in_rows import take_in_rows

__all__ = ["Card", "enter_insured", "follow_dossier", "issue_card", "note_period", "take_in_rows"]
