"""Door of the indicators."""

from .actions import compute_indicators
from .queries import find_indicator, latest_computation, value_of

__all__ = ["compute_indicators", "find_indicator", "latest_computation", "value_of"]
