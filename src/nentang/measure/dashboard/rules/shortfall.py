"""What is missing to a goal, and what each part adds to it: exact, and adding up to the whole.

A share n/d misses its goal g by g·d - n things. That is linear in n and d, so the shortfalls of the parts add up
to the shortfall of the whole, which no difference of percentages does.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import floor

from nentang.kernel.frozen import Frozen

ZERO = Fraction(0)


class Counted(Frozen):
    """Numerator over denominator."""

    numerator: Fraction
    denominator: Fraction

    @classmethod
    def of(cls, numerator: float, denominator: float) -> "Counted":
        """Exactly these two."""
        return cls(Fraction(numerator), Fraction(denominator))

    def less(self, other: "Counted") -> "Counted":
        """What is left without the other."""
        return Counted(self.numerator - other.numerator, self.denominator - other.denominator)


def shortfall(counted: Counted, goal: Fraction, *, higher_is_better: bool = True) -> Fraction:
    """How many are missing to the goal (a share); less than nothing where it is passed."""
    gap = goal * counted.denominator - counted.numerator
    return gap if higher_is_better else -gap


def contributions(
    whole: Counted,
    parts: Mapping[str, Counted],
    goal: Fraction,
    *,
    higher_is_better: bool = True,
) -> dict[str, Fraction]:
    """What each part adds to the shortfall of the whole; what no part has stands under ``""``.

    The values add up to `shortfall(whole, goal)` to the last digit.
    """
    found = {
        name: shortfall(part, goal, higher_is_better=higher_is_better)
        for name, part in parts.items()
    }
    rest = whole
    for part in parts.values():
        rest = rest.less(part)
    if rest.numerator or rest.denominator:
        found[""] = shortfall(rest, goal, higher_is_better=higher_is_better)
    return found


def largest(found: Mapping[str, Fraction], most: int) -> tuple[list[str], list[str], list[str]]:
    """Names of the largest adders, of the further adders, and of those that make up for others."""
    adding = sorted((name for name in found if found[name] > 0), key=lambda n: (-found[n], n))
    helping = sorted((name for name in found if found[name] < 0), key=lambda n: (found[n], n))
    return adding[:most], adding[most:], helping


def rounded(amounts: list[Fraction], digits: int = 0) -> list[Fraction]:
    """The amounts rounded so that they add up to their rounded sum; what is left goes to who lost most."""
    unit = Fraction(1, 10**digits)
    whole = floor(sum(amounts, ZERO) / unit + Fraction(1, 2))
    floors = [floor(amount / unit) for amount in amounts]
    order = sorted(
        range(len(amounts)), key=lambda place: (floors[place] - amounts[place] / unit, place)
    )
    for place in order[: whole - sum(floors)]:
        floors[place] += 1
    return [units * unit for units in floors]
