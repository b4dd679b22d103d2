"""How surely a rank is known: the index computed many times, with other weights, other ways to bring values
to one scale and other answers to what is missing. Whole matrices at once.
"""

import numpy as np
from numpy.typing import NDArray

from nentang.kernel.frozen import Frozen

Matrix = NDArray[np.float64]
NORMALISATIONS = ("as_given", "min_max", "z_score")
MISSING = ("leave_out", "mean", "drawn")


class Doubt(Frozen):
    """What is doubted: weights move by a factor up to `spread` either way."""

    runs: int = 1000
    spread: float = 0.25
    seed: int = 1726
    normalisations: tuple[str, ...] = NORMALISATIONS
    missing: tuple[str, ...] = MISSING


class RankInterval(Frozen):
    """The rank of a unit: as computed, and between which ranks it lies in nine of ten runs."""

    rank: int
    low: int
    middle: float
    high: int


def rank_intervals(
    values: Matrix, weights: Matrix, doubt: Doubt | None = None
) -> list[RankInterval]:
    """One for each row; columns are components, NaN is missing. Equals share the better rank."""
    doubt = doubt or Doubt()
    base = ranks(leave_out(values, weights[None, :]))[0]
    drawn = ranks(simulate(values, weights, doubt))
    low, middle, high = np.percentile(drawn, (5, 50, 95), axis=0)
    return [
        RankInterval(int(rank), int(np.floor(a)), float(b), int(np.ceil(c)))
        for rank, a, b, c in zip(base, low, middle, high, strict=True)
    ]


def simulate(values: Matrix, weights: Matrix, doubt: Doubt) -> Matrix:
    """The score of each unit (column) in each run (row)."""
    dice = np.random.default_rng(doubt.seed)
    drawn = weights * np.exp(
        dice.uniform(-1, 1, (doubt.runs, weights.size)) * np.log1p(doubt.spread)
    )
    ways = dice.integers(len(doubt.normalisations) * len(doubt.missing), size=doubt.runs)
    scores = np.empty((doubt.runs, values.shape[0]))
    for way in range(len(doubt.normalisations) * len(doubt.missing)):
        own = ways == way
        if not own.any():
            continue
        scale, gap = divmod(way, len(doubt.missing))
        scaled = normalised(values, doubt.normalisations[scale])
        scores[own] = _score(scaled, drawn[own], doubt.missing[gap], dice)
    return scores


def _score(scaled: Matrix, weights: Matrix, missing: str, dice: np.random.Generator) -> Matrix:
    if missing == "leave_out":
        return leave_out(scaled, weights)
    gaps = np.isnan(scaled)
    column_of = np.broadcast_to(_mean(scaled), scaled.shape)
    filled = np.where(gaps, column_of, scaled)
    if missing == "mean" or not gaps.any():
        return np.asarray(weights @ filled.T / weights.sum(1, keepdims=True))
    known = np.where(gaps, 0.0, scaled)
    low, high = _extremes(scaled)
    where = np.nonzero(gaps)
    draws = dice.uniform(size=(weights.shape[0], where[0].size))
    added = weights[:, where[1]] * (low[where[1]] + draws * (high - low)[where[1]])
    scores = weights @ known.T
    belongs = np.zeros((where[0].size, scaled.shape[0]))
    belongs[np.arange(where[0].size), where[0]] = 1.0
    return np.asarray((scores + added @ belongs) / weights.sum(1, keepdims=True))


def leave_out(values: Matrix, weights: Matrix) -> Matrix:
    """Scores by run and unit; what is missing counts neither above nor below. Nothing known: 0."""
    known = ~np.isnan(values)
    below = weights @ known.T.astype(float)
    above = weights @ np.where(known, values, 0.0).T
    return np.asarray(np.divide(above, below, out=np.zeros_like(above), where=below > 0))


def normalised(values: Matrix, way: str) -> Matrix:
    """The columns on one scale."""
    if way == "as_given":
        return values
    low, high = _extremes(values)
    if way == "min_max":
        return np.asarray((values - low) / np.where(high > low, high - low, 1.0))
    mean = _mean(values)
    count = np.maximum((~np.isnan(values)).sum(0), 1)
    deviation = np.sqrt(np.nansum((values - mean) ** 2, axis=0) / count)
    scored = (values - mean) / np.where(deviation > 0, deviation, 1.0)
    return np.asarray(0.5 + scored / 6)


def ranks(scores: Matrix) -> NDArray[np.int64]:
    """Ranks from 1 in each row, the highest first; equals share the better rank."""
    order = np.argsort(-scores, axis=1, kind="stable")
    sorted_scores = np.take_along_axis(scores, order, axis=1)
    places = np.arange(1, scores.shape[1] + 1)
    is_new = np.ones_like(sorted_scores, dtype=bool)
    is_new[:, 1:] = sorted_scores[:, 1:] != sorted_scores[:, :-1]
    shared = np.maximum.accumulate(np.where(is_new, places, 0), axis=1)
    found = np.empty_like(order)
    np.put_along_axis(found, order, shared, axis=1)
    return found


def _mean(values: Matrix) -> Matrix:
    known = ~np.isnan(values)
    return np.asarray(np.where(known, values, 0.0).sum(0) / np.maximum(known.sum(0), 1))


def _extremes(values: Matrix) -> tuple[Matrix, Matrix]:
    known = ~np.isnan(values)
    some = known.any(0)
    low = np.where(some, np.where(known, values, np.inf).min(0, initial=np.inf), 0.0)
    high = np.where(some, np.where(known, values, -np.inf).max(0, initial=-np.inf), 0.0)
    return low, high
