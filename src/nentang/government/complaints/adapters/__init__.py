"""The counter of complaint numbers."""
