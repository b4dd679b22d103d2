"""Reads of the insured."""

from .insured import card_on, find_insured_person, insured, is_entered_from

__all__ = ["card_on", "find_insured_person", "insured", "is_entered_from"]
