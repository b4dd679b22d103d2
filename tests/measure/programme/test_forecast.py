"""The forecast is robust, stays within bounds, says nothing of too short a past, and covers what it says."""

import math
import random
from collections.abc import Callable
from itertools import pairwise

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


def walk(count: int, dice: random.Random) -> list[float]:
    value, found = 50.0, []
    for _month in range(count):
        value += dice.gauss(0, 1.2)
        found.append(value)
    return found


def clinging(count: int, dice: random.Random) -> list[float]:
    """A trend around which what is odd one month is still odd the next."""
    off, found = 0.0, []
    for month in range(count):
        off = 0.7 * off + dice.gauss(0, 2)
        found.append(40 + 0.3 * month + off)
    return found


def each_month(value: Callable[[int, int, random.Random], float]) -> Callable[..., list[float]]:
    return lambda count, dice: [value(month, count, dice) for month in range(count)]


KINDS: dict[str, Callable[[int, random.Random], list[float]]] = {
    "trend": each_month(lambda m, n, d: 30 + 0.6 * m + d.gauss(0, 2)),
    "filling up": each_month(lambda m, n, d: 100 / (1 + math.exp((n / 2 - m) / 8)) + d.gauss(0, 1.5)),
    "level": each_month(lambda m, n, d: 60 + d.gauss(0, 3)),
    "seasons": each_month(lambda m, n, d: 50 + 0.2 * m + 6 * math.sin(math.pi * m / 6) + d.gauss(0, 1.5)),
    "odd months": each_month(lambda m, n, d: 30 + 0.5 * m + d.gauss(0, 1.5) + (25 if d.random() < 0.05 else 0)),
    "walk": walk,
    "clinging": clinging,
}  # fmt: skip


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


@pytest.mark.parametrize("past", [12, 24, 36])
def test_the_truth_lies_within_as_often_as_is_said(past: int) -> None:
    """On generated series of every kind, at least eight of ten; what was measured is in the README."""
    inside = total = 0
    for name, make in KINDS.items():
        dice = random.Random(f"{name} {past}")
        for _series in range(25):
            series = make(past + 6, dice)
            for step in forecast(series[:past], horizon=6):
                total += 1
                inside += step.low <= series[past + step.months - 1] <= step.high

    assert inside / total >= NOMINAL
