"""Frameworks as dated data, and pure functions that score, aggregate, doubt and explain."""
