"""Filters of looks."""
