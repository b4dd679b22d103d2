"""What can be done with indicators."""

from .compute_indicators import compute_indicators, recompute_indicators

__all__ = ["compute_indicators", "recompute_indicators"]
