"""Pure Python that everything stands on: errors, clock, money, periods, identifiers, text, law."""
