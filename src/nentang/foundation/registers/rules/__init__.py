"""Pure rules: how periods are cut, what may be the same thing twice."""
