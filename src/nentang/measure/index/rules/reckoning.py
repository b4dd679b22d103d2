"""What a unit reaches, node by node, from what is known of it; every value with how much of it is known."""

from collections.abc import Mapping
from fractions import Fraction

from msgspec.structs import replace

from nentang.kernel.frozen import Frozen

from .framework import Aggregation, Framework, Missing, Node
from .scoring import (
    AMONG,
    ONE,
    ZERO,
    Among,
    Answer,
    arithmetic,
    clamped,
    geometric,
    share_of,
    shares_among,
)

Inputs = Mapping[str, Answer]


class Reckoned(Frozen):
    """A node with its share from 0 to 1 (None: not known), how much of it is known, and its parts.

    `is_given`: the share was entered for the node itself, not put together of its parts.
    """

    node: Node
    share: Fraction | None
    coverage: Fraction
    is_given: bool = False
    parts: tuple["Reckoned", ...] = ()

    @property
    def points(self) -> Fraction | None:
        """Its points, where the act gives points."""
        if self.share is None or self.node.most is None:
            return None
        return self.share * self.node.most

    def at(self, code: str) -> "Reckoned | None":
        """The node of that code below it, or itself."""
        if self.node.code == code:
            return self
        return next((found for part in self.parts if (found := part.at(code))), None)


def reckon(framework: Framework, inputs: Inputs, *, missing: Missing | None = None) -> Reckoned:
    """One unit. Inputs are shares for nodes with parts, and answers for the rules of leaves.

    `missing` overrules what the framework says of parts without a value.
    """
    return reckon_all(framework, {"": inputs}, missing=missing)[""]


def reckon_all(
    framework: Framework, inputs: Mapping[str, Inputs], *, missing: Missing | None = None
) -> dict[str, Reckoned]:
    """Every unit; rules that look at all units at once look at these."""
    known = {unit: dict(each) for unit, each in inputs.items()}
    for node in framework.root.all():
        if isinstance(node.rule, AMONG):
            _place_among(node.code, node.rule, known)
    return {unit: _reckon(framework.root, each, missing) for unit, each in known.items()}


def _place_among(code: str, rule: Among, known: dict[str, dict[str, Answer]]) -> None:
    values = {
        unit: Fraction(answer)
        for unit, each in known.items()
        if (answer := each.get(code)) is not None and not isinstance(answer, str)
    }
    for unit, share in shares_among(rule, values).items():
        known[unit][code] = share


def _reckon(node: Node, inputs: Inputs, missing: Missing | None) -> Reckoned:
    parts = tuple(_reckon(part, inputs, missing) for part in node.parts)
    answer = inputs.get(node.code)
    if answer is not None:
        return Reckoned(node, _own_share(node, answer), ONE, is_given=True, parts=parts)
    if not parts:
        rule = missing or node.missing
        return Reckoned(node, ZERO if rule is Missing.ZERO else None, ZERO)
    return _together(Reckoned(node, None, ZERO, parts=parts), missing or node.missing)


def _own_share(node: Node, answer: Answer) -> Fraction:
    if node.rule is not None and not isinstance(node.rule, AMONG) and not node.parts:
        return share_of(node.rule, answer)
    return clamped(Fraction(answer))


def _together(whole: Reckoned, missing: Missing) -> Reckoned:
    node = whole.node
    counted = [each for each in whole.parts if weight_in(node, each.node)]
    weight = sum((weight_in(node, each.node) for each in counted), ZERO)
    covered = sum((weight_in(node, each.node) * each.coverage for each in counted), ZERO)
    open_share = Fraction(len(node.parts), len(node.parts) + node.hidden)
    coverage = covered / weight * open_share if weight else ZERO
    known = [each for each in counted if each.share is not None]
    if missing is Missing.ZERO:
        pairs = [(weight_in(node, each.node), each.share or ZERO) for each in counted]
    elif missing is Missing.UNKNOWN and len(known) < len(counted):
        pairs = []
    else:
        pairs = [
            (weight_in(node, each.node), each.share) for each in known if each.share is not None
        ]
    if not pairs:
        return replace(whole, coverage=coverage)
    mean = geometric if node.aggregation is Aggregation.GEOMETRIC else arithmetic
    return replace(whole, share=mean(pairs), coverage=coverage)


def weight_in(parent: Node, part: Node) -> Fraction:
    """The weight of a part in its whole."""
    return ONE if parent.aggregation is Aggregation.EQUAL else part.own_weight


def group_shares(framework: Framework, whole: Reckoned) -> dict[str, Fraction | None]:
    """The share of each pillar that shares main indicators with others, by points."""
    found: dict[str, Fraction | None] = {}
    for group in framework.groups:
        parts = [whole.at(code) for code in group.parts]
        pairs = [
            (each.node.own_weight, each.share)
            for each in parts
            if each is not None and each.share is not None
        ]
        found[group.code] = arithmetic(pairs) if len(pairs) == len(parts) else None
    return found
