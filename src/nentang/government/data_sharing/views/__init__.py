"""Pages of data sharing."""
