"""Working time, kinds of cases and their tables: pure functions over dated law."""
