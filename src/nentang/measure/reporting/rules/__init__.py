"""Pure rules of reporting: regimes as dated law, periods, formulas, checks and sums."""
