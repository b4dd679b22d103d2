"""The digital transformation index, computed from what happened wherever it can be."""
