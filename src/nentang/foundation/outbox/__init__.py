"""Events, delivery, retries, dead letters, periodic jobs."""
