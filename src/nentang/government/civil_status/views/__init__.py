"""Pages of civil status."""
