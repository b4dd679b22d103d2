"""Reads of businesses."""

from .businesses import business, is_entered_from, is_name_taken, standing_on

__all__ = ["business", "is_entered_from", "is_name_taken", "standing_on"]
