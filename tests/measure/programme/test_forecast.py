"""The forecast is robust, stays within bounds, says nothing of too short a past, and covers what it says."""

import math
import random
from collections.abc import Callable
from itertools import accumulate, pairwise
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.measure.programme.rules.forecast import (
    FARTHEST,
    LEAST,
    NOMINAL,
    forecast,
    theil_sen,
)

shares = st.lists(st.floats(0, 100), min_size=LEAST, max_size=60)


Make = Callable[[int, random.Random], list[float]]


def walk(count: int, dice: random.Random) -> list[float]:
    return list(accumulate(dice.gauss(0, 1.2) for _month in range(count)))


def clinging(count: int, dice: random.Random) -> list[float]:
    """A trend around which what is odd one month is still odd the next."""
    off, found = 0.0, []
    for month in range(count):
        off = 0.7 * off + dice.gauss(0, 2)
        found.append(40 + 0.3 * month + off)
    return found


def steps(count: int, dice: random.Random) -> list[float]:
    """Flat, with a jump up about once a year."""
    level, found = 40.0, []
    for _month in range(count):
        level += dice.uniform(2, 8) if dice.random() < 1 / 12 else 0
        found.append(level + dice.gauss(0, 1))
    return found


def bent(count: int, dice: random.Random) -> list[float]:
    """Straight up, then hardly any more, from somewhere in its later part."""
    bend = dice.uniform(0.3, 0.9) * count
    return [30 + 0.8 * min(m, bend) + 0.1 * max(0, m - bend) + dice.gauss(0, 1.5) for m in range(count)]  # fmt: skip


def filling_up(count: int, dice: random.Random) -> list[float]:
    middle, pace = dice.uniform(0.3, 0.7) * count, dice.uniform(5, 10)
    return [100 / (1 + math.exp((middle - m) / pace)) + dice.gauss(0, 1.5) for m in range(count)]


def seasons(count: int, dice: random.Random) -> list[float]:
    begin = dice.uniform(0, 12)
    return [50 + 0.2 * m + 6 * math.sin(math.pi * (m + begin) / 6) + dice.gauss(0, 1.5) for m in range(count)]  # fmt: skip


def each_month(value: Callable[[int, random.Random], float]) -> Make:
    return lambda count, dice: [value(month, dice) for month in range(count)]


KINDS: dict[str, Make] = {
    "straight": each_month(lambda m, d: 30 + 0.6 * m + d.gauss(0, 2)),
    "level": each_month(lambda m, d: 60 + d.gauss(0, 3)),
    "odd months": each_month(lambda m, d: 30 + 0.5 * m + d.gauss(0, 1.5) + (25 if d.random() < 0.05 else 0)),
    "bent": bent,
    "filling up": filling_up,
    "seasons": seasons,
    "steps": steps,
    "walk": walk,
    "clinging": clinging,
}  # fmt: skip
PASTS = (8, 12, 15, 18, 24, 36, 48)
SERIES = 50


@given(st.lists(st.floats(-1e6, 1e6), max_size=LEAST - 1))
def test_too_short_a_past_has_no_forecast(values: list[float]) -> None:
    assert forecast(values) == ()


@given(shares)
def test_a_share_stays_between_0_and_100_and_its_middle_within_its_limits(
    values: list[float],
) -> None:
    for step in forecast(values, least=0, most=100):
        assert 0 <= step.low <= step.value <= step.high <= 100


@given(shares)
def test_it_reaches_half_as_far_as_the_past_and_never_narrows(values: list[float]) -> None:
    found = forecast(values)

    assert len(found) == min(FARTHEST, min(len(values), 48) // 2)
    widths = [step.high - step.low for step in found]
    assert all(a <= b * (1 + 1e-9) + 1e-9 for a, b in pairwise(widths))


@given(st.floats(-50, 50), st.floats(-3, 3), st.integers(LEAST, 40))
def test_a_straight_line_is_continued_with_a_fading_slope(
    start: float, slope: float, count: int
) -> None:
    values = [start + slope * month for month in range(count)]
    first = forecast(values)[0]

    assert theil_sen(values) == pytest.approx(slope, abs=1e-9)
    assert first.value == pytest.approx(values[-1] + 0.9 * slope, abs=1e-6)


def test_one_odd_month_in_ten_does_not_bend_the_trend() -> None:
    values = [float(month) for month in range(30)]
    bent = [500.0 if month % 10 == 5 else value for month, value in enumerate(values)]

    assert theil_sen(bent) == pytest.approx(1.0, abs=0.3)


@given(shares, st.floats(0.1, 10), st.floats(-100, 100))
def test_another_scale_gives_the_same_forecast_on_that_scale(
    values: list[float], factor: float, shift: float
) -> None:
    plain = forecast(values, horizon=4)
    moved = forecast([factor * value + shift for value in values], horizon=4)

    for a, b in zip(plain, moved, strict=True):
        assert b.low == pytest.approx(factor * a.low + shift, abs=1e-6 * (1 + abs(b.low)))
        assert b.high == pytest.approx(factor * a.high + shift, abs=1e-6 * (1 + abs(b.high)))


def covered(make: Make, past: int, dice: random.Random) -> float:
    """In how many of the steps ahead, at most twelve, the truth lay within."""
    found = []
    for _series in range(SERIES):
        series = make(past + 12, dice)
        ahead = forecast(series[:past], horizon=12)
        found += [step.low <= series[past + step.steps - 1] <= step.high for step in ahead]
    return fmean(found)


def test_the_truth_lies_within_as_often_as_is_said() -> None:
    """Eight of ten, neither fewer nor more, over all shapes and lengths; the README has what was measured."""
    shares = {
        (name, past): covered(make, past, random.Random(f"{name} {past}"))
        for name, make in KINDS.items()
        for past in PASTS
    }

    for past in PASTS:
        assert 0.75 <= fmean(shares[name, past] for name in KINDS) <= 0.87, past
    for name in KINDS:
        assert 0.7 <= fmean(shares[name, past] for past in PASTS) <= 0.9, name
    assert fmean(shares.values()) == pytest.approx(NOMINAL, abs=0.05)
