"""Findings, what each place adds to a shortfall, goals, series beside each other: pure functions."""
