"""The JSON interface as a whole, against its own description."""
