"""How likely a case is to be late: what is left of its time against what such cases usually took."""

from collections.abc import Sequence
from math import ceil

USUAL = 0.8
"""Share of finished cases that took no longer than what is called usual."""
FEWEST = 5
"""Of fewer finished cases nothing is said."""


def usual_minutes(taken: Sequence[int]) -> int | None:
    """Working minutes within which four of five finished; None where too few did."""
    if len(taken) < FEWEST:
        return None
    return sorted(taken)[ceil(len(taken) * USUAL) - 1]


def minutes_short(usual: int, spent: int, left: int) -> int:
    """Working minutes by which the case will miss its due time if it takes as long as usual; 0 if none."""
    return max(0, usual - spent - left)
