"""Pages of the axis."""
