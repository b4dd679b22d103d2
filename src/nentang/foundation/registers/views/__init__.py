"""Pages of all registers."""
