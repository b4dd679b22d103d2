"""Rules of civil status: numbers, terms, ages, kinship, and how values are read. No framework."""
