"""Which choice moves the ranks: first-order and total Sobol indices, by Saltelli's and Jansen's estimators."""

from collections.abc import Callable, Sequence

import numpy as np

from nentang.kernel.frozen import Frozen

from .intervals import (
    NORMALISATIONS,
    Doubt,
    Matrix,
    leave_out,
    normalised,
    ranks,
)

Model = Callable[[Matrix], Matrix]


class Influence(Frozen):
    """What a factor alone explains of the variance, and what it explains together with all others."""

    factor: str
    first: float
    total: float

    @property
    def alone(self) -> float:
        """The first as it is shown: what chance makes negative is nothing."""
        return max(0.0, self.first)


def sobol(model: Model, factors: Sequence[str], *, samples: int, seed: int) -> list[Influence]:
    """The model takes rows of numbers from 0 to 1, one column a factor, and gives one number a row."""
    dice = np.random.default_rng(seed)
    count = len(factors)
    first, second = dice.random((samples, count)), dice.random((samples, count))
    at_first, at_second = model(first), model(second)
    middle = float(np.concatenate((at_first, at_second)).mean())
    at_first, at_second = at_first - middle, at_second - middle
    variance = float(np.concatenate((at_first, at_second)).var())
    found = []
    for place, factor in enumerate(factors):
        mixed = first.copy()
        mixed[:, place] = second[:, place]
        at_mixed = model(mixed) - middle
        if variance <= 0:
            found.append(Influence(factor, 0.0, 0.0))
            continue
        alone = float(np.mean(at_second * (at_mixed - at_first))) / variance
        whole = float(np.mean((at_first - at_mixed) ** 2)) / 2 / variance
        found.append(Influence(factor, alone, whole))
    return found


def rank_influences(
    values: Matrix,
    weights: Matrix,
    names: Sequence[str],
    *,
    samples: int = 512,
    doubt: Doubt | None = None,
) -> list[Influence]:
    """Of the mean shift of all ranks: each weight, the way values are scaled, what is missing."""
    doubt = doubt or Doubt()
    base = ranks(leave_out(values, weights[None, :]))[0]
    tables = _tables(values)

    def shift(rows: Matrix) -> Matrix:
        factors = np.exp((2 * rows[:, : weights.size] - 1) * np.log1p(doubt.spread))
        drawn = weights * factors
        scale = np.minimum((rows[:, -2] * len(NORMALISATIONS)).astype(int), len(NORMALISATIONS) - 1)
        gap = np.minimum((rows[:, -1] * 2).astype(int), 1)
        scores = np.empty((rows.shape[0], values.shape[0]))
        for way, table in tables.items():
            own = (scale == way[0]) & (gap == way[1])
            if own.any():
                scores[own] = leave_out(table, drawn[own])
        return np.asarray(np.abs(ranks(scores) - base).mean(axis=1))

    factors = [*names, "normalisation", "missing"]
    return sobol(shift, factors, samples=samples, seed=doubt.seed)


def _tables(values: Matrix) -> dict[tuple[int, int], Matrix]:
    """Each way to scale with gaps left out or filled by the mean; a drawn value has no place from 0 to 1."""
    found = {}
    for scale, name in enumerate(NORMALISATIONS):
        table = normalised(values, name)
        known = ~np.isnan(table)
        mean = np.where(known, table, 0.0).sum(0) / np.maximum(known.sum(0), 1)
        found[scale, 0] = table
        found[scale, 1] = np.where(known, table, mean)
    return found
