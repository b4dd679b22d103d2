"""Pure rules of the population register."""
