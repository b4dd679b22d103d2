"""Targets of the Programme and how they stand."""
