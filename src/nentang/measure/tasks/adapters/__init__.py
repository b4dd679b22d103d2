"""Readers of files: what comes from outside, bounded and read with suspicion."""
