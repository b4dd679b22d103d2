"""Units that became one: the official rule, and the same year counted anew from facts."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from .framework import Framework
from .reckoning import Reckoned, reckon
from .scoring import ZERO


def merged_by_rule(framework: Framework, old: Sequence[Reckoned]) -> Reckoned:
    """The mean of the old units' main indicators, put together as ever.

    So the results of 2024 were made for the provinces of 2025. An indicator that one of them lacks is unknown.
    """
    shares = [_mains(each) for each in old]
    common = [code for code in shares[0] if all(code in each for each in shares)] if shares else []
    inputs: Mapping[str, Fraction] = {
        code: sum((each[code] for each in shares), ZERO) / len(shares) for code in common
    }
    return reckon(framework, inputs)


def _mains(whole: Reckoned) -> dict[str, Fraction]:
    """Shares of the highest nodes below the index that are main indicators, else of pillars."""
    level = [*whole.parts]
    mains = [part for pillar in level for part in pillar.parts if part.node.level == "main"]
    known = [*(each for each in level if each.node.level == "main"), *mains]
    if not known or any(each.share is None for each in known if each.node.own_weight):
        known = level
    return {each.node.code: each.share for each in known if each.share is not None}
