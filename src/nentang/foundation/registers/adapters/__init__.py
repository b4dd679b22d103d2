"""Sessions and keys."""
