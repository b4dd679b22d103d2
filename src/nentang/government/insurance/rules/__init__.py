"""Pure rules of the insurance register."""
