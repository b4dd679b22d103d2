"""Where an even series goes: a damped Theil-Sen trend with an interval from its own past misses.

The middle: the slope is the median of the slopes between all pairs of values, so that a few odd ones
do not bend it; the level is the median of the last ones seen along that slope; the slope fades by a
tenth each step, because a share cannot grow for ever.

The interval: from every earlier point with at least half of the past behind it, the same method
forecasts what followed, and its misses are ordered. The eighth of ten of them (with the correction of
split conformal prediction for few misses) is how far the truth may lie on either side. Beyond the
farthest distance with enough misses it grows with the root of the distance. Where it would narrow with
distance, the distances concerned share their mean (isotonic regression): to keep the widest instead
would add up what is mere chance. Bounds cut the interval: what lies within them is covered as often.
"""

from collections.abc import Sequence
from itertools import accumulate, combinations
from math import ceil, sqrt
from statistics import fmean, median

from nentang.kernel.frozen import Frozen

LEAST = 8
"""Fewer values say too little: then there is no forecast."""
MOST = 48
"""Values further back say nothing of the trend of today."""
FARTHEST = 24
DAMPING = 0.9
NOMINAL = 0.8
RECENT = 3
LEAST_MISSES = 4


class Ahead(Frozen):
    """What is expected so many `steps` after the last one seen, and between what it lies eight times of ten."""

    steps: int
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
    """The steps after the last value, half as far as there is past; nothing where there is too little.

    `least` and `most` bound what is measured (0 and 100 for a share).
    """
    seen = list(values[-MOST:])
    far = min(horizon, FARTHEST, len(seen) // 2)
    if len(seen) < LEAST or far < 1:
        return ()
    widths = _widths(seen, far)
    return tuple(
        Ahead(
            steps,
            _within(middle, least, most),
            _within(middle - width, least, most),
            _within(middle + width, least, most),
        )
        for steps, (middle, width) in enumerate(
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
    """How far the truth may lie on either side, for each step ahead."""
    misses: dict[int, list[float]] = {}
    for origin in range(len(seen) // 2, len(seen)):
        ahead = _middles(seen[:origin], min(far, len(seen) - origin))
        for step, expected in enumerate(ahead, start=1):
            misses.setdefault(step, []).append(abs(seen[origin + step - 1] - expected))
    widths: list[float] = []
    for step in range(1, far + 1):
        known = misses.get(step, [])
        if len(known) >= LEAST_MISSES:
            widths.append(_quantile(known))
        else:
            widths.append(widths[-1] * sqrt(step / (step - 1)))
    return _never_narrowing(widths)


def _never_narrowing(widths: Sequence[float]) -> list[float]:
    """The nearest widths that never fall: neighbours out of order share their mean."""
    pools: list[list[float]] = []
    for width in widths:
        pools.append([width])
        while len(pools) > 1 and fmean(pools[-2]) > fmean(pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    return [fmean(pool) for pool in pools for _width in pool]


def _quantile(misses: Sequence[float]) -> float:
    """The miss that the next one does not exceed in eight of ten cases, were they exchangeable."""
    ordered = sorted(misses)
    place = ceil((len(ordered) + 1) * NOMINAL)
    return ordered[min(place, len(ordered)) - 1]


def _within(value: float, least: float | None, most: float | None) -> float:
    value = value if least is None else max(least, value)
    return value if most is None else min(most, value)
