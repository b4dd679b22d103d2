"""What happened, for the measure: append-only, typed, no personal data."""
