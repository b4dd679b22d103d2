"""Tasks: what a decision or plan assigns to whom, by when, and how it stands."""
