"""What several charts share: marks to reach, round numbers for an axis."""

from math import ceil, floor, log10

from nentang.kernel.frozen import Frozen

FLAT = 1e-6  # a smaller span is drawn as a level line


class Mark(Frozen):
    """A value to reach, with the word beside its line: `Mark("2025", 80)`."""

    label: str
    value: float


def round_steps(low: float, high: float, at_most: int = 4) -> list[float]:
    """Round numbers from at or below `low` to at or above `high`, in steps of 1, 2, 2.5 or 5."""
    if high - low < FLAT:
        low, high = low - 1, high + 1
    raw = (high - low) / at_most
    size = 10.0 ** floor(log10(raw))
    step = next(size * n for n in (1, 2, 2.5, 5, 10) if size * n >= raw)
    first, last = floor(low / step), ceil(high / step)
    return [round(step * n, 12) for n in range(first, last + 1)]
