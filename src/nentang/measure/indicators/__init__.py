"""Indicators computed from facts."""
