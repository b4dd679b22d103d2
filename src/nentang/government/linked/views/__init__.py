"""Pages of linked procedures."""
