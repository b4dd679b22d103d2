"""Numbers that nobody else gets; the country's plane."""
