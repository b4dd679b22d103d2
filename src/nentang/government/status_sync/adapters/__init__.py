"""The line to other portals, and rows written in bulk."""
