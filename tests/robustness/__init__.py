"""Whatever breaks, nothing is lost, nothing is doubled, and people are told."""
