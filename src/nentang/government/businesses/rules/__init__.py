"""Pure rules of the register of businesses."""
