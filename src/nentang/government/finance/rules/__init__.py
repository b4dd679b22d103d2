"""Pure rules of the register of finance."""
