"""The smaller registers of the Programme: one engine, each register a file."""
