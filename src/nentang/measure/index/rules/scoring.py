"""How an answer becomes a share of the points: from 0 to 1, exact fractions.

Rules of the first kind look at one answer alone; those of the second kind at all units at once.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction

from nentang.kernel.frozen import Frozen

Answer = Fraction | str | bool
ZERO, ONE = Fraction(0), Fraction(1)
DIGITS = 40


class AnswerUnfit(ValueError):
    """The answer does not fit the rule; says what would."""


class Ratio(Frozen, tag="ratio"):
    """The share itself: what was done of what should be."""


class CappedRatio(Frozen, tag="capped_ratio"):
    """All points from `cap` on, below it in proportion."""

    cap: Fraction


class Steps(Frozen, tag="steps"):
    """The share of the highest step that is reached; nothing below the lowest."""

    steps: tuple[tuple[Fraction, Fraction], ...]


class Grade(Frozen, tag="grade"):
    """Each named grade has its share."""

    grades: dict[str, Fraction]


class YesNo(Frozen, tag="yes_no"):
    """All or nothing."""


class Sum(Frozen, tag="sum"):
    """Points added up, of `most`; more than that gives no more."""

    most: Fraction


class Inverse(Frozen, tag="inverse"):
    """Less is better: all points at `best` or below, none at `worst` or above."""

    best: Fraction
    worst: Fraction


class GoalPosts(Frozen, tag="goalposts"):
    """Between two fixed posts, whoever else takes part."""

    low: Fraction
    high: Fraction


class MinMax(Frozen, tag="min_max"):
    """Between the lowest and the highest of all units; one value for all where they are equal."""


class ZScore(Frozen, tag="z_score"):
    """Standard deviations from the mean of all units, then between the lowest and the highest."""


class Rank(Frozen, tag="rank"):
    """The place among all units: the best 1, the last 0; equals share the mean of their places."""


Alone = Ratio | CappedRatio | Steps | Grade | YesNo | Sum | Inverse | GoalPosts
Among = MinMax | ZScore | Rank
Rule = Alone | Among
AMONG = (MinMax, ZScore, Rank)


def share_of(rule: Alone, answer: Answer) -> Fraction:
    """The share of the points; AnswerUnfit where the answer is none that the rule knows."""
    if isinstance(rule, Grade):
        if not isinstance(answer, str) or answer not in rule.grades:
            raise AnswerUnfit(f"one of {', '.join(rule.grades)}")
        return rule.grades[answer]
    if isinstance(rule, YesNo):
        if isinstance(answer, str) or answer not in (0, 1):
            raise AnswerUnfit("1 or 0")
        return Fraction(answer)
    if isinstance(answer, str | bool):
        raise AnswerUnfit("a number")
    return _of_number(rule, answer)


def _of_number(rule: Alone, value: Fraction) -> Fraction:
    match rule:
        case Ratio():
            return clamped(value)
        case CappedRatio(cap=cap):
            return clamped(value / cap)
        case Steps(steps=steps):
            return max((share for least, share in steps if value >= least), default=ZERO)
        case Sum(most=most):
            return clamped(value / most)
        case Inverse(best=best, worst=worst):
            return clamped((worst - value) / (worst - best))
        case GoalPosts(low=low, high=high):
            return clamped((value - low) / (high - low))
    raise AnswerUnfit("a rule for numbers")


def shares_among(rule: Among, values: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """The share of each unit among all that have a value."""
    if isinstance(rule, Rank):
        return _by_place(values)
    found = z_scores(values) if isinstance(rule, ZScore) else dict(values)
    return between_extremes(found)


def between_extremes(values: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """Each value between the lowest (0) and the highest (1); all 1 where nothing tells them apart."""
    if not values:
        return {}
    low, high = min(values.values()), max(values.values())
    if low == high:
        return dict.fromkeys(values, ONE)
    return {unit: (value - low) / (high - low) for unit, value in values.items()}


def z_scores(values: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """Standard deviations (of the whole population) from the mean; all 0 where none differ."""
    if not values:
        return {}
    mean = sum(values.values(), ZERO) / len(values)
    variance = sum(((each - mean) ** 2 for each in values.values()), ZERO) / len(values)
    if not variance:
        return dict.fromkeys(values, ZERO)
    deviation = root(variance, 2)
    return {unit: (value - mean) / deviation for unit, value in values.items()}


def places(values: Mapping[str, Fraction]) -> dict[str, int]:
    """Places from 1, the highest first; equals have one place, and the next ones are passed over."""
    ordered = sorted(values.values(), reverse=True)
    first: dict[Fraction, int] = {}
    for place, value in enumerate(ordered, 1):
        first.setdefault(value, place)
    return {unit: first[value] for unit, value in values.items()}


def _by_place(values: Mapping[str, Fraction]) -> dict[str, Fraction]:
    if len(values) < 2:
        return dict.fromkeys(values, ONE)
    at: dict[Fraction, list[int]] = {}
    for place, value in enumerate(sorted(values.values(), reverse=True)):
        at.setdefault(value, []).append(place)
    last = len(values) - 1
    return {
        unit: 1 - Fraction(sum(at[value]), len(at[value]) * last) for unit, value in values.items()
    }


def root(value: Fraction, of: int) -> Fraction:
    """The root, to 40 digits."""
    with localcontext() as context:
        context.prec = DIGITS
        number = Decimal(value.numerator) / Decimal(value.denominator)
        return Fraction(number ** (Decimal(1) / of)) if value else ZERO


def clamped(value: Fraction) -> Fraction:
    """Not below 0, not above 1."""
    return min(max(value, ZERO), ONE)


def arithmetic(shares: Sequence[tuple[Fraction, Fraction]]) -> Fraction:
    """The mean by weight of pairs (weight, share); the weights must not all be 0."""
    whole = sum((weight for weight, _share in shares), ZERO)
    return sum((weight * share for weight, share in shares), ZERO) / whole


def geometric(shares: Sequence[tuple[Fraction, Fraction]]) -> Fraction:
    """The product of each share to the power of its part of all weights: what is 0 makes all 0."""
    whole = sum((weight for weight, _share in shares), ZERO)
    if any(weight and not share for weight, share in shares):
        return ZERO
    with localcontext() as context:
        context.prec = DIGITS
        product = Decimal(1)
        for weight, share in shares:
            power = Decimal((weight / whole).numerator) / Decimal((weight / whole).denominator)
            product *= (Decimal(share.numerator) / Decimal(share.denominator)) ** power
        return Fraction(product)
