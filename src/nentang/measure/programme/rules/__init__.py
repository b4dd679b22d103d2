"""Targets of the Programme and how a value stands to them: pure functions over dated law."""
