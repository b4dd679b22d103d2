"""What changed since another year, split exactly: performance, coverage, method, boundary.

Each part is what its factor adds, averaged over every order in which the four could have changed (Shapley), in
fractions: the parts add up to the whole change to the last digit, and no order is preferred.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import combinations
from math import factorial, floor

from nentang.kernel.frozen import Frozen

from .framework import Framework, Missing
from .reckoning import reckon
from .scoring import ZERO, Answer

FACTORS = ("performance", "coverage", "method", "boundary")
Value = Callable[[frozenset[str]], Fraction]


class Standing(Frozen):
    """A unit in a year: what is known of it by what was counted, within its own and the other year's boundary."""

    framework: Framework
    known: Mapping[str, Answer]
    within_other: Mapping[str, Answer]


def shapley(value: Value, factors: tuple[str, ...] = FACTORS) -> dict[str, Fraction]:
    """What each factor adds to `value` of all factors over `value` of none."""
    count = len(factors)
    found = dict.fromkeys(factors, ZERO)
    for factor in factors:
        others = [each for each in factors if each != factor]
        for size in range(count):
            orders = Fraction(factorial(size) * factorial(count - size - 1), factorial(count))
            for chosen in combinations(others, size):
                before = frozenset(chosen)
                found[factor] += orders * (value(before | {factor}) - value(before))
    return found


def decompose(before: Standing, after: Standing) -> dict[str, Fraction] | None:
    """The change of the share between two years; None where one of them knows nothing."""
    seen: dict[frozenset[str], Fraction] = {}

    def value(changed: frozenset[str]) -> Fraction:
        if changed not in seen:
            share = _mixed(before, after, changed)
            if share is None:
                raise _NothingKnown
            seen[changed] = share
        return seen[changed]

    try:
        return shapley(value)
    except _NothingKnown:
        return None


class _NothingKnown(Exception):
    pass


def _mixed(before: Standing, after: Standing, changed: frozenset[str]) -> Fraction | None:
    """The share with the method, the boundary, the coverage and the performance of either year."""
    is_new_boundary = "boundary" in changed
    old = before.within_other if is_new_boundary else before.known
    new = after.known if is_new_boundary else after.within_other
    values, others = (new, old) if "performance" in changed else (old, new)
    covered = new if "coverage" in changed else old
    framework = after.framework if "method" in changed else before.framework
    known = {name: values.get(name, others.get(name)) for name in covered}
    return share_by(framework, {name: each for name, each in known.items() if each is not None})


def share_by(framework: Framework, known: Mapping[str, Answer]) -> Fraction | None:
    """What the framework makes of what was counted; the unknown is left out."""
    return reckon(framework, _by_code(framework, known), missing=Missing.LEAVE_OUT).share


def _by_code(framework: Framework, known: Mapping[str, Answer]) -> dict[str, Answer]:
    """What is known by what was counted, or by code, under the codes of the framework."""
    return {
        node.code: known[name]
        for node in framework.leaves
        for name in (node.indicator or node.code,)
        if name in known
    }


def adding_up(parts: Mapping[str, Fraction], digits: int) -> dict[str, Fraction]:
    """The parts rounded to so many digits, so that they add up to their rounded whole.

    What rounding leaves goes to the parts that lost the most.
    """
    unit = Fraction(1, 10**digits)
    whole = _nearest(sum(parts.values(), ZERO) / unit)
    floors = {name: floor(part / unit) for name, part in parts.items()}
    left = whole - sum(floors.values())
    by_loss = sorted(parts, key=lambda name: (floors[name] - parts[name] / unit, name))
    for name in by_loss[:left]:
        floors[name] += 1
    return {name: units * unit for name, units in floors.items()}


def _nearest(value: Fraction) -> int:
    return floor(value + Fraction(1, 2))
