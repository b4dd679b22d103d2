"""Pure rules of tasks: how one stands, and what a decision says."""
