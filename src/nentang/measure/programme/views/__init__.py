"""Pages of targets: for everybody, and the desk of those who plan."""
