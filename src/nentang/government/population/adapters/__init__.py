"""Numbers, and answers of forms."""
