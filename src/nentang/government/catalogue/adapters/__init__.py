"""What the catalogue reads from files."""
