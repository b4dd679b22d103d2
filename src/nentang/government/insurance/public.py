"""Door of the insurance register."""

from .actions import Card, enter_insured, issue_card, note_period
from .queries import card_on, find_insured_person, insured

__all__ = [
    "Card",
    "card_on",
    "enter_insured",
    "find_insured_person",
    "insured",
    "issue_card",
    "note_period",
]
