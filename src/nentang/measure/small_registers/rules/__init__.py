"""Registers as data, what is typed into them, terms: pure functions and tables."""
