"""Whether a framework that somebody wrote can be reckoned with: every value of its kind, no division by nothing."""

from collections import Counter
from fractions import Fraction
from typing import Any

import msgspec

from .framework import Framework, Node
from .scoring import CappedRatio, GoalPosts, Inverse, Sum
from .scoring import Rule as ScoringRule


def check_framework(framework: Framework) -> Framework:
    """The same framework; ValueError says what is wrong with it."""
    _check_kinds(framework)
    if framework.scale <= 0:
        raise ValueError("scale must be more than 0")
    for node in framework.root.all():
        _check_node(node)
    names = Counter(name for node in framework.root.all() for name in (node.code, *node.aliases))
    if twice := sorted(name for name, times in names.items() if times > 1):
        raise ValueError(f"named twice: {', '.join(twice)[:200]}")
    return framework


def _check_kinds(framework: Framework) -> None:
    """Written down and read again as what it says it is."""
    try:
        written = msgspec.json.encode(framework, enc_hook=str)
        msgspec.json.decode(written, type=Framework, dec_hook=_exactly)
    except (msgspec.MsgspecError, TypeError, UnicodeEncodeError) as error:
        raise ValueError(str(error)) from error


def _exactly(_kind: type, said: Any) -> Fraction:
    return Fraction(said)


def _check_node(node: Node) -> None:
    if node.own_weight < 0 or node.hidden < 0 or (node.most is not None and node.most < 0):
        raise ValueError(f"{node.code}: a weight or a number below 0")
    if node.rule is not None and _divides_by_nothing(node.rule):
        raise ValueError(f"{node.code}: its rule divides by 0")


def _divides_by_nothing(rule: ScoringRule) -> bool:
    match rule:
        case CappedRatio(cap=part) | Sum(most=part):
            return part == 0
        case Inverse(best=one, worst=other) | GoalPosts(low=one, high=other):
            return one == other
    return False
