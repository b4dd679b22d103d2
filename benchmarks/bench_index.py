"""Ranks a thousand times over: 63 provinces by 100 components, ours against a loop over pandas.

Both move the weights, take one of three ways to scale and one of three to fill what is missing in each run, rank, and
take percentiles. A round of the loop runs fewer times; rates are runs a second.
"""

import numpy as np
import pandas as pd

from nentang.measure.index.rules.intervals import Doubt, rank_intervals

from .harness import FULL, compare

UNITS, COMPONENTS, RUNS = 63, 100, 1000
LOOPED = RUNS if FULL else 100
DICE = np.random.default_rng(63)
VALUES = DICE.random((UNITS, COMPONENTS))
VALUES[DICE.random(VALUES.shape) < 0.03] = np.nan
WEIGHTS = DICE.uniform(1, 20, COMPONENTS)
DOUBT = Doubt(runs=RUNS)


def ours() -> int:
    """All runs at once."""
    rank_intervals(VALUES, WEIGHTS, DOUBT)
    return RUNS


def loop() -> int:
    """As one would write it: run by run, with data frames."""
    dice = np.random.default_rng(DOUBT.seed)
    frame = pd.DataFrame(VALUES)
    found = []
    for _run in range(LOOPED):
        weights = pd.Series(WEIGHTS * np.exp(dice.uniform(-1, 1, COMPONENTS) * np.log1p(0.25)))
        way, gap = dice.integers(3), dice.integers(3)
        scaled = frame
        if way == 1:
            scaled = (frame - frame.min()) / (frame.max() - frame.min())
        elif way == 2:
            scaled = 0.5 + (frame - frame.mean()) / frame.std(ddof=0) / 6
        if gap == 0:
            score = (scaled * weights).sum(axis=1) / (scaled.notna() * weights).sum(axis=1)
        else:
            filling = scaled.mean()
            if gap == 2:
                low, high = scaled.min(), scaled.max()
                filling = low + dice.uniform(size=COMPONENTS) * (high - low)
            score = (scaled.fillna(filling) * weights).sum(axis=1) / weights.sum()
        found.append(score.rank(ascending=False, method="min"))
    pd.DataFrame(found).quantile([0.05, 0.5, 0.95])
    return LOOPED


def main() -> None:
    """One line in the form that a script can read."""
    compare("index", ours, loop, goal=50, peer_name="a loop over pandas")


if __name__ == "__main__":
    main()
