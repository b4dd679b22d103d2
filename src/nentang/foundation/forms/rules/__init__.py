"""Forms as data: reading, cleaning, validating, describing. No database, no language."""
