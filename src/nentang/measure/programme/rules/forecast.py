"""Where a monthly series goes: a damped Theil-Sen trend with an interval from its own past misses.

The middle: the slope is the median of the slopes between all pairs of months, so that a few odd months
do not bend it; the level is the median of the last months seen along that slope; the slope fades by a
tenth each month, because a share cannot grow for ever.

The interval: from every earlier month with enough past, the same method forecasts the months that
followed, and its misses are ordered. The eighth of ten of them (with the correction of split conformal
prediction for few misses) is how far the truth may lie on either side; it never narrows with distance,
and beyond the farthest miss it grows with the root of the distance. Misses of one short series resemble
each other, so the interval is widened by the root of 1 + 12 / months seen. Bounds cut the interval: what lies
within them is covered as often as before.
"""

from collections.abc import Sequence
from itertools import accumulate, combinations
from math import ceil, sqrt
from statistics import median

from nentang.kernel.frozen import Frozen

LEAST = 12
"""Fewer months say too little: then there is no forecast."""
LEAST_FIT = 6
MOST = 48
"""Months further back say nothing of the trend of today."""
FARTHEST = 24
DAMPING = 0.9
NOMINAL = 0.8
RECENT = 3
LEAST_MISSES = 4


class Ahead(Frozen):
    """What is expected `months` after the last one seen, and between what it lies eight times of ten."""

    months: int
    value: float
    low: float
    high: float


def forecast(
    values: Sequence[float],
    *,
    horizon: int = FARTHEST,
    least: float | None = None,
    most: float | None = None,
) -> tuple[Ahead, ...]:
    """The months after the last value, half as far as there is past; nothing where there is too little.

    `least` and `most` bound what is measured (0 and 100 for a share).
    """
    seen = list(values[-MOST:])
    far = min(horizon, FARTHEST, len(seen) // 2)
    if len(seen) < LEAST or far < 1:
        return ()
    widths = _widths(seen, far)
    return tuple(
        Ahead(
            months,
            _within(middle, least, most),
            _within(middle - width, least, most),
            _within(middle + width, least, most),
        )
        for months, (middle, width) in enumerate(
            zip(_middles(seen, far), widths, strict=True), start=1
        )
    )


def theil_sen(values: Sequence[float]) -> float:
    """The median slope between all pairs of values, one step apart each; 0 for fewer than two."""
    slopes = [
        (later - earlier) / (b - a)
        for (a, earlier), (b, later) in combinations(enumerate(values), 2)
    ]
    return median(slopes) if slopes else 0.0


def _middles(seen: Sequence[float], far: int) -> list[float]:
    slope = theil_sen(seen)
    last = len(seen) - 1
    recent = range(max(0, last - RECENT + 1), last + 1)
    level = median(seen[n] + slope * (last - n) for n in recent)
    fading = accumulate(DAMPING**step for step in range(1, far + 1))
    return [level + slope * steps for steps in fading]


def _widths(seen: Sequence[float], far: int) -> list[float]:
    """How far the truth may lie on either side, for each month ahead."""
    misses: dict[int, list[float]] = {}
    for origin in range(LEAST_FIT, len(seen)):
        ahead = _middles(seen[:origin], min(far, len(seen) - origin))
        for step, expected in enumerate(ahead, start=1):
            misses.setdefault(step, []).append(abs(seen[origin + step - 1] - expected))
    widths: list[float] = []
    for step in range(1, far + 1):
        known = misses.get(step, [])
        if len(known) >= LEAST_MISSES:
            width = _quantile(known)
        else:
            width = widths[-1] * sqrt(step / (step - 1))
        widths.append(max(width, widths[-1] if widths else 0.0))
    shy = sqrt(1 + LEAST / len(seen))
    return [shy * width for width in widths]


def _quantile(misses: Sequence[float]) -> float:
    """The miss that the next one does not exceed in eight of ten cases, were they exchangeable."""
    ordered = sorted(misses)
    place = ceil((len(ordered) + 1) * NOMINAL)
    return ordered[min(place, len(ordered)) - 1]


def _within(value: float, least: float | None, most: float | None) -> float:
    value = value if least is None else max(least, value)
    return value if most is None else min(most, value)
